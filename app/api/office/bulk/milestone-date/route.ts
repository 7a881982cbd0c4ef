import { setMilestoneDate } from "@/lib/commands/record/set-milestone-date";
import { commandRoute } from "@/lib/web/command-route";
import { forEach } from "@/lib/web/for-each";

/** Sets when the next open milestone of each project is due: `{ rows: [{ recordId, key, dueOn }] }`. */
export const POST = commandRoute(forEach(setMilestoneDate));
