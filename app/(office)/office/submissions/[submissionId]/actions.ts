"use server";
import { refresh } from "next/cache";
import { approveSubmission } from "@/lib/commands/approve-submission";
import { askForClarification } from "@/lib/commands/ask-for-clarification";
import { clearSubmission } from "@/lib/commands/clear-submission";
import { commentOnSubmission } from "@/lib/commands/comment-on-submission";
import { withdrawSubmission } from "@/lib/commands/withdraw-submission";
import { formAction } from "@/lib/web/form-action";
import { showPublication } from "@/lib/web/publication";

export const approveAction = formAction(approveSubmission, ({ published }) => {
  showPublication(published);
  refresh();
});

export const askAction = formAction(askForClarification, () => refresh());

export const clearAction = formAction(clearSubmission, () => refresh());

export const withdrawAction = formAction(withdrawSubmission, () => refresh());

export const commentAction = formAction(commentOnSubmission, () => refresh());
