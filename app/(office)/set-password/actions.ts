"use server";
import { redirect } from "next/navigation";
import { setPassword } from "@/lib/commands/people/set-password";
import { linkFormAction } from "@/lib/web/form-action";

export const setPasswordAction = linkFormAction(setPassword, () =>
  redirect("/sign-in?password=set"),
);
