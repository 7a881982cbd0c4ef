"use server";
import { refresh } from "next/cache";
import { readNotices } from "@/lib/commands/notification/read-notices";
import { formAction } from "@/lib/web/form-action";

export const readNoticesHereAction = formAction(readNotices, () => refresh());
