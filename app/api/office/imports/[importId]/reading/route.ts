import { rereadSheet } from "@/lib/commands/sheet/reread-sheet";
import { findSheetSource } from "@/lib/queries/sheet/mappings";
import { rereadRoute } from "@/lib/web/sheet-route";

/** Reads a text file again: `{ separator, encoding }`. */
export const POST = rereadRoute(
  (reader, { importId }) => findSheetSource(reader, String(importId)),
  rereadSheet,
);
