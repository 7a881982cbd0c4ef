"use server";
import { refresh } from "next/cache";
import { retryJob } from "@/lib/commands/notification/retry-job";
import { retryMail } from "@/lib/commands/notification/retry-mail";
import { formAction } from "@/lib/web/form-action";

export const retryMailAction = formAction(retryMail, () => {
  refresh();
  return { isTried: true };
});

export const retryJobAction = formAction(retryJob, () => {
  refresh();
  return { isTried: true };
});
