"use server";
import { changePassword } from "@/lib/commands/change-password";
import { formAction } from "@/lib/web/form-action";

export const changePasswordAction = formAction(changePassword, () => ({ isChanged: true }));
