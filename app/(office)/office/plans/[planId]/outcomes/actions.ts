"use server";
import { refresh } from "next/cache";
import { answerAssessment } from "@/lib/commands/assessment/answer-assessment";
import { formAction } from "@/lib/web/form-action";

export const answerAssessmentAction = formAction(answerAssessment, (value) => {
  refresh();
  return value;
});
