import "server-only";
import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { type ReportFileFormat, reportFileFormats } from "@/lib/domain/report/file";
import { findReportFile, type KeptReportFile, keepReportFile } from "@/lib/files/report-files";
import { inWorkFolder } from "@/lib/files/uploads";
import { type CountedReport, findCountedReport } from "@/lib/queries/public/report-figures";
import { findChromium } from "@/lib/reports/chromium";
import { toReportData } from "@/lib/reports/data";
import { writeDocument } from "@/lib/reports/document/write-document";
import { printPage } from "@/lib/reports/print";
import { figureSheet } from "@/lib/reports/sheets/figure-sheet";
import { reportSheets } from "@/lib/reports/sheets/report-sheets";
import { writeCsv } from "@/lib/sheets/csv";
import { writeWorkbook } from "@/lib/sheets/workbook";

/** The files that this process is making, so that each is made once. */
const underWay = new Map<string, Promise<KeptReportFile>>();

/**
 * Returns the file of a freeze in this format: the stored one, or one that is made now and stored for good. Null when
 * this server cannot make it: a PDF needs Chromium.
 */
export function getReportFile(
  { report, freeze }: Pick<CountedReport, "report" | "freeze">,
  format: ReportFileFormat,
): Promise<KeptReportFile | null> {
  return keptOrMade(freeze.id, format, () => countAll(report.slug, freeze.number));
}

/** Makes all missing files of a freeze, except those that this server cannot make. */
export async function makeReportFiles(slug: string, number: number): Promise<void> {
  const counted = await countAll(slug, number);
  // The PDF is made last, because a browser may fail where the other formats do not.
  for (const format of reportFileFormats.toReversed())
    await keptOrMade(counted.freeze.id, format, async () => counted);
}

async function keptOrMade(
  freezeId: string,
  format: ReportFileFormat,
  count: () => Promise<CountedReport>,
): Promise<KeptReportFile | null> {
  const kept = await findReportFile(freezeId, format);
  if (kept) return kept;
  if (format === "pdf" && findChromium() === null) return null;
  const key = `${freezeId} ${format}`;
  const making = underWay.get(key) ?? make(count, format);
  underWay.set(key, making);
  try {
    return await making;
  } finally {
    underWay.delete(key);
  }
}

async function countAll(slug: string, number: number): Promise<CountedReport> {
  const counted = await findCountedReport(slug, String(number), null);
  if (!counted) throw new Error(`There is no freeze ${number} of the report ${slug}`);
  return counted;
}

async function make(
  count: () => Promise<CountedReport>,
  format: ReportFileFormat,
): Promise<KeptReportFile> {
  const counted = await count();
  return inWorkFolder(async (folder) => {
    const path = join(folder, `report.${format}`);
    await write[format](counted, path, folder);
    return keepReportFile(counted.freeze.id, format, path);
  });
}

const write: Record<
  ReportFileFormat,
  (counted: CountedReport, path: string, folder: string) => Promise<void>
> = {
  json: (counted, path) => writeFile(path, JSON.stringify(toReportData(counted), null, 1)),
  csv: (counted, path) => toFile(writeCsv(figureSheet(counted)), path),
  xlsx: (counted, path) => toFile(writeWorkbook(reportSheets(counted)), path),
  docx: (counted, path) => pipeline(writeDocument(counted), createWriteStream(path)),
  pdf: ({ report, freeze }, path, folder) =>
    printPage(`/en/reports/${report.slug}/${freeze.number}/print`, path, folder),
};

/** Web and Node streams are the same here; only their types differ. */
function toFile(stream: ReadableStream<Uint8Array>, path: string) {
  return pipeline(Readable.fromWeb(stream as NodeReadableStream), createWriteStream(path));
}
