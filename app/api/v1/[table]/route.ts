import { openFile } from "@/lib/open-data/answer";
import { findTable } from "@/lib/open-data/datasets";
import { notFoundError } from "@/lib/open-data/problem";
import { type TableFormat, tableFormats, writeTable } from "@/lib/open-data/write-table";

/** Answers with a whole table, "projects.csv" or "project-milestones.xlsx", written while it is sent. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ table: string }> },
): Promise<Response> {
  const { table: name } = await params;
  const [, table = "", ending = ""] = /^([a-z-]+)\.([a-z]+)$/u.exec(name) ?? [];
  const found = findTable(table);
  if (!found || !isFormat(ending)) return notFoundError();
  return openFile(request, found.dataset, { name, mediaType: tableFormats[ending] }, (asked) =>
    writeTable(found, asked, ending),
  );
}

function isFormat(text: string): text is TableFormat {
  return Object.hasOwn(tableFormats, text);
}
