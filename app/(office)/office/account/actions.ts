"use server";
import { refresh } from "next/cache";
import { changePassword } from "@/lib/commands/change-password";
import { chooseNotices } from "@/lib/commands/choose-notices";
import { formAction } from "@/lib/web/form-action";

export const changePasswordAction = formAction(changePassword, () => ({ isChanged: true }));

export const chooseNoticesAction = formAction(chooseNotices, () => {
  refresh();
  return { isSaved: true };
});
