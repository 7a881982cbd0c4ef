"use server";
import { refresh } from "next/cache";
import { saveDraft } from "@/lib/commands/save-draft";
import { submitRecord } from "@/lib/commands/submit-record";
import { withdrawSubmission } from "@/lib/commands/withdraw-submission";
import { formAction } from "@/lib/web/form-action";

// The answer of each carries the page anew: what is missing, where the record stands, its history.
export const saveDraftAction = formAction(saveDraft, (saved) => {
  refresh();
  return saved;
});

export const submitRecordAction = formAction(submitRecord, () => {
  refresh();
  return null;
});

export const withdrawSubmissionAction = formAction(withdrawSubmission, () => {
  refresh();
  return null;
});
