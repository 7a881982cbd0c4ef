import { setMilestoneDate } from "@/lib/commands/record/set-milestone-date";
import { commandRoute } from "@/lib/web/command-route";
import { forEach } from "@/lib/web/for-each";

/** Sets the due date of the next open milestone of several projects: `{ rows: [{ recordId, key, dueOn }] }`. */
export const POST = commandRoute(forEach(setMilestoneDate));
