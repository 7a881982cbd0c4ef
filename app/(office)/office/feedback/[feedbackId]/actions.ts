"use server";
import { refresh } from "next/cache";
import { answerFeedback } from "@/lib/commands/feedback/answer-feedback";
import { removeFeedbackAddress } from "@/lib/commands/feedback/remove-feedback-address";
import { setFeedbackAside } from "@/lib/commands/feedback/set-feedback-aside";
import { formAction } from "@/lib/web/form-action";

export const answerFeedbackAction = formAction(answerFeedback, (value) => {
  refresh();
  return value;
});

export const setFeedbackAsideAction = formAction(setFeedbackAside, (value) => {
  refresh();
  return value;
});

export const removeFeedbackAddressAction = formAction(removeFeedbackAddress, (value) => {
  refresh();
  return value;
});
