import { confirmRecord } from "@/lib/commands/record/confirm-record";
import { commandRoute } from "@/lib/web/command-route";
import { forEach } from "@/lib/web/for-each";

/** Confirms several published records: `{ rows: [{ recordId }] }`. */
export const POST = commandRoute(forEach(confirmRecord));
