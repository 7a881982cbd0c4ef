"use server";
import { refresh } from "next/cache";
import { retryMail } from "@/lib/commands/retry-mail";
import { formAction } from "@/lib/web/form-action";

export const retryMailAction = formAction(retryMail, () => {
  refresh();
  return { isTried: true };
});
