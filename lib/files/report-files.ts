import "server-only";
import { database } from "@/lib/db/client";
import { type ReportFileFormat, reportMediaTypes } from "@/lib/domain/report/file";
import { keepFile } from "@/lib/files/ingest";

/** A stored file of a freeze. */
export type KeptReportFile = { sha256: string; bytes: number; at: Date };

/** Returns the file of a freeze in this format; null while nobody has created it. */
export async function findReportFile(
  freezeId: string,
  format: ReportFileFormat,
): Promise<KeptReportFile | null> {
  return database().reportFile.findUnique({
    where: { freezeId_format: { freezeId, format } },
    select: { sha256: true, bytes: true, at: true },
  });
}

/** Stores a file of a freeze. When another process was faster its file is returned: there is only one. */
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
