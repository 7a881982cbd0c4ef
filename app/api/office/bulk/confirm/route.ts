import { confirmRecord } from "@/lib/commands/record/confirm-record";
import { commandRoute } from "@/lib/web/command-route";
import { forEach } from "@/lib/web/for-each";

/** Confirms each of several published records as still true: `{ rows: [{ recordId }] }`. */
export const POST = commandRoute(forEach(confirmRecord));
