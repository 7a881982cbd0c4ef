"use server";
import { refresh } from "next/cache";
import { answerSuggestion } from "@/lib/commands/answer-suggestion";
import { approveSubmission } from "@/lib/commands/approve-submission";
import { askForClarification } from "@/lib/commands/ask-for-clarification";
import { callBackSubmission } from "@/lib/commands/call-back-submission";
import { claimSubmission } from "@/lib/commands/claim-submission";
import { clearSubmission } from "@/lib/commands/clear-submission";
import { commentOnSubmission } from "@/lib/commands/comment-on-submission";
import { giveBackSubmission } from "@/lib/commands/give-back-submission";
import { handOverSubmission } from "@/lib/commands/hand-over-submission";
import { holdSubmission } from "@/lib/commands/hold-submission";
import { openThread } from "@/lib/commands/open-thread";
import { rateEvidence } from "@/lib/commands/rate-evidence";
import { releaseSubmission } from "@/lib/commands/release-submission";
import { replyInThread } from "@/lib/commands/reply-in-thread";
import { scheduleSubmission } from "@/lib/commands/schedule-submission";
import { settleThread } from "@/lib/commands/settle-thread";
import { withdrawSubmission } from "@/lib/commands/withdraw-submission";
import { writeNote } from "@/lib/commands/write-note";
import { formAction } from "@/lib/web/form-action";
import { showPublication } from "@/lib/web/publication";

export const approveAction = formAction(approveSubmission, ({ published }) => {
  showPublication(published);
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

export const settleThreadAction = formAction(settleThread, () => refresh());

export const answerSuggestionAction = formAction(answerSuggestion, () => refresh());

export const writeNoteAction = formAction(writeNote, () => refresh());

export const rateEvidenceAction = formAction(rateEvidence, () => refresh());

export const commentAction = formAction(commentOnSubmission, () => refresh());
