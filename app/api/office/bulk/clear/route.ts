import { clearSubmission } from "@/lib/commands/review/clear-submission";
import { commandRoute } from "@/lib/web/command-route";
import { forEach } from "@/lib/web/for-each";

/** Clears several submissions: `{ rows: [{ submissionId }] }`. */
export const POST = commandRoute(forEach(clearSubmission));
