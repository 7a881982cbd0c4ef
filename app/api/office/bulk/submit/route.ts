import { submitRecord } from "@/lib/commands/record/submit-record";
import { commandRoute } from "@/lib/web/command-route";
import { forEach } from "@/lib/web/for-each";

/** Submits several records: `{ rows: [{ recordId }] }`. */
export const POST = commandRoute(forEach(submitRecord));
