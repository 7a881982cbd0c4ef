import "server-only";
import { database } from "@/lib/db/client";
import { type ReportFileFormat, reportMediaTypes } from "@/lib/domain/report/file";
import { keepFile } from "@/lib/files/ingest";

/** A file of a freeze as it lies in the storage. */
export type KeptReportFile = { sha256: string; bytes: number; at: Date };

/** The file of a freeze in this form; null while nobody made it. */
export async function findReportFile(
  freezeId: string,
  format: ReportFileFormat,
): Promise<KeptReportFile | null> {
  return database().reportFile.findUnique({
    where: { freezeId_format: { freezeId, format } },
    select: { sha256: true, bytes: true, at: true },
  });
}

/**
 * Puts a file of a freeze into the storage, for good. Where another process was quicker, the file is the one that it
 * put there: there is only ever one.
 */
export async function keepReportFile(
  freezeId: string,
  format: ReportFileFormat,
  path: string,
): Promise<KeptReportFile> {
  const kept = await keepFile(path, reportMediaTypes[format]);
  await database().reportFile.createMany({
    data: { freezeId, format, ...kept, at: new Date() },
    skipDuplicates: true,
  });
  const found = await findReportFile(freezeId, format);
  if (!found) throw new Error("A file of a freeze was kept and is not there");
  return found;
}
