import { findImportPreview, parseImportAddress } from "@/lib/queries/sheet/imports";
import { readerRoute } from "@/lib/web/reader-route";

/** One page of what a sheet would change: `?kind=delete&page=2`. */
export const GET = readerRoute((reader, asked) =>
  findImportPreview(reader, String(asked["importId"]), parseImportAddress(asked)),
);
