"use server";
import { refresh } from "next/cache";
import { answerSuggestion } from "@/lib/commands/review/answer-suggestion";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { askForClarification } from "@/lib/commands/review/ask-for-clarification";
import { callBackSubmission } from "@/lib/commands/review/call-back-submission";
import { claimSubmission } from "@/lib/commands/review/claim-submission";
import { clearSubmission } from "@/lib/commands/review/clear-submission";
import { commentOnSubmission } from "@/lib/commands/review/comment-on-submission";
import { giveBackSubmission } from "@/lib/commands/review/give-back-submission";
import { handOverSubmission } from "@/lib/commands/review/hand-over-submission";
import { holdSubmission } from "@/lib/commands/review/hold-submission";
import { openThread } from "@/lib/commands/review/open-thread";
import { rateEvidence } from "@/lib/commands/review/rate-evidence";
import { releaseSubmission } from "@/lib/commands/review/release-submission";
import { replyInThread } from "@/lib/commands/review/reply-in-thread";
import { resolveThread } from "@/lib/commands/review/resolve-thread";
import { scheduleSubmission } from "@/lib/commands/review/schedule-submission";
import { withdrawSubmission } from "@/lib/commands/review/withdraw-submission";
import { writeNote } from "@/lib/commands/review/write-note";
import { forgetPublicPages } from "@/lib/site/forget-public-pages";
import { formAction } from "@/lib/web/form-action";

export const approveAction = formAction(approveSubmission, () => {
  forgetPublicPages();
  refresh();
});

export const askAction = formAction(askForClarification, () => refresh());

export const clearAction = formAction(clearSubmission, () => refresh());

export const holdAction = formAction(holdSubmission, () => refresh());

export const releaseAction = formAction(releaseSubmission, () => refresh());

export const scheduleAction = formAction(scheduleSubmission, () => refresh());

export const callBackAction = formAction(callBackSubmission, () => refresh());

export const claimAction = formAction(claimSubmission, () => refresh());

export const giveBackAction = formAction(giveBackSubmission, () => refresh());

export const handOverAction = formAction(handOverSubmission, () => refresh());

export const withdrawAction = formAction(withdrawSubmission, () => refresh());

export const openThreadAction = formAction(openThread, () => refresh());

export const replyAction = formAction(replyInThread, () => refresh());

export const resolveThreadAction = formAction(resolveThread, () => refresh());

export const answerSuggestionAction = formAction(answerSuggestion, () => refresh());

export const writeNoteAction = formAction(writeNote, () => refresh());

export const rateEvidenceAction = formAction(rateEvidence, () => refresh());

export const commentAction = formAction(commentOnSubmission, () => refresh());
