import { readNotices } from "@/lib/commands/notification/read-notices";
import { commandRoute } from "@/lib/web/command-route";

/** Marks a notice as read when its link is followed: `{ personId, noticeId }`. */
export const POST = commandRoute(readNotices);
