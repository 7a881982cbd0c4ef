import { findImportPreview, parseImportAddress } from "@/lib/queries/sheet/imports";
import { readerRoute } from "@/lib/web/reader-route";

/** Answers with one page of an import's preview: `?kind=delete&page=2`. */
export const GET = readerRoute((reader, asked) =>
  findImportPreview(reader, String(asked["importId"]), parseImportAddress(asked)),
);
