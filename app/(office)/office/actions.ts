"use server";
import { refresh } from "next/cache";
import { readNotices } from "@/lib/commands/notification/read-notices";
import { commentOnDraft } from "@/lib/commands/record/comment-on-draft";
import { confirmRecord } from "@/lib/commands/record/confirm-record";
import { restoreEdition } from "@/lib/commands/record/restore-edition";
import { restoreField } from "@/lib/commands/record/restore-field";
import { submitRecord } from "@/lib/commands/record/submit-record";
import { withdrawSubmission } from "@/lib/commands/review/withdraw-submission";
import { formAction } from "@/lib/web/form-action";

// Each answer refreshes the page: what is missing, the state of the record, its history.
export const submitRecordAction = formAction(submitRecord, () => {
  refresh();
  return null;
});

export const confirmRecordAction = formAction(confirmRecord, () => {
  refresh();
  return null;
});

export const withdrawSubmissionAction = formAction(withdrawSubmission, () => {
  refresh();
  return null;
});

export const restoreFieldAction = formAction(restoreField);

export const restoreEditionAction = formAction(restoreEdition);

export const commentOnDraftAction = formAction(commentOnDraft, () => {
  refresh();
  return null;
});

export const readNoticesAction = formAction(readNotices);
