import { saveDraft } from "@/lib/commands/record/save-draft";
import { commandRoute } from "@/lib/web/command-route";

/** Saves edits of a record's draft: `{ key, version, changes: [{ field, seen, value }] }`. */
export const POST = commandRoute(saveDraft);
