"use server";
import { refresh } from "next/cache";
import { chooseNotices } from "@/lib/commands/notification/choose-notices";
import { changePassword } from "@/lib/commands/people/change-password";
import { formAction } from "@/lib/web/form-action";

export const changePasswordAction = formAction(changePassword, () => ({ isChanged: true }));

export const chooseNoticesAction = formAction(chooseNotices, () => {
  refresh();
  return { isSaved: true };
});
