import { findDraft } from "@/lib/queries/record/records";
import { readerRoute } from "@/lib/web/reader-route";

/** A record's draft as it is now, for a form that is open: `{ version, fields, changes, issues }`. */
export const GET = readerRoute((reader, { recordId }) => findDraft(reader, String(recordId)));
