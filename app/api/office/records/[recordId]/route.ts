import { findDraft } from "@/lib/queries/record/records";
import { readerRoute } from "@/lib/web/reader-route";

/** Answers with a record's current draft, for a form that is open: `{ version, fields, changes, issues }`. */
export const GET = readerRoute((reader, { recordId }) => findDraft(reader, String(recordId)));
