"use server";
import { refresh } from "next/cache";
import { correctAssessment } from "@/lib/commands/assessment/correct-assessment";
import { withdrawAssessment } from "@/lib/commands/assessment/withdraw-assessment";
import { writeAssessment } from "@/lib/commands/assessment/write-assessment";
import { forgetPublicPages } from "@/lib/site/forget-public-pages";
import { formAction } from "@/lib/web/form-action";

export const writeAssessmentAction = formAction(writeAssessment, shown);

export const correctAssessmentAction = formAction(correctAssessment, shown);

export const withdrawAssessmentAction = formAction(withdrawAssessment, shown);

function shown(value: { assessmentId: string }) {
  forgetPublicPages();
  refresh();
  return value;
}
