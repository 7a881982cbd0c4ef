import "server-only";
import type { Sheet } from "@/lib/domain/sheet/sheet";
import { writeCsv } from "@/lib/sheets/csv";
import { writeWorkbook } from "@/lib/sheets/workbook";

/** The formats in which a list can be exported. */
export type SheetFormat = "xlsx" | "csv";

const mediaTypes: Record<SheetFormat, string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

/** Answers with sheets as a file, streamed while it is written. A CSV file holds the first sheet alone. */
export function answerSheets(
  format: SheetFormat,
  /** Without its extension. */
  fileName: string,
  sheets: [Sheet, ...Sheet[]],
): Response {
  return new Response(format === "xlsx" ? writeWorkbook(sheets) : writeCsv(sheets[0]), {
    headers: {
      "content-type": mediaTypes[format],
      "content-disposition": disposition(`${fileName}.${format}`),
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

/** An ASCII name for old programs and the full one beside it (RFC 6266). */
function disposition(name: string) {
  const plain = name.normalize("NFKD").replaceAll(/[^\w. -]/gu, "");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
