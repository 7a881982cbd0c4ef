import "server-only";
import { validate as isUuid } from "uuid";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { fileColumns, type ReadableFile, toReadable } from "@/lib/db/readable-file";
import type { SignedIn } from "@/lib/domain/people/actor";
import type { FileFacts } from "@/lib/domain/record/file";
import { visibleRecords, visibleSubmissions } from "@/lib/queries/shared/visible";

/** Returns the total size of a project's files in bytes, and its city. Null when the reader may not see the project. */
export async function findFilesSize(
  reader: SignedIn,
  projectId: string,
): Promise<{ cityId: string; bytes: number } | null> {
  if (!isUuid(projectId)) return null;
  const record = await database().record.findFirst({
    where: { AND: [{ id: projectId, kind: "project" }, visibleRecords(reader)] },
    select: { cityId: true, files: { select: { bytes: true } } },
  });
  if (!record) return null;
  const bytes = record.files.reduce((total, file) => total + file.bytes, 0);
  return { cityId: record.cityId, bytes };
}

/** Returns those of these files that the reader may see: of a draft or a submission that they may read, or public. */
export async function listFiles(reader: SignedIn, ids: string[]): Promise<ReadableFile[]> {
  const known = ids.filter((id) => isUuid(id));
  if (known.length === 0) return [];
  const files = await database().evidenceFile.findMany({
    where: {
      OR: known.map((id) => ({
        id,
        OR: [
          { record: visibleRecords(reader) },
          { record: submittedWith(reader, id) },
          { editions: { some: {} } },
        ],
      })),
    },
    select: fileColumns,
  });
  return files.flatMap(toReadable);
}

/** Lists all files uploaded to a record whose draft the reader may see. */
export async function listFilesOf(reader: SignedIn, recordId: string): Promise<FileFacts[]> {
  if (!isUuid(recordId)) return [];
  const files = await database().evidenceFile.findMany({
    where: { recordId, record: visibleRecords(reader) },
    select: fileColumns,
  });
  return files
    .flatMap(toReadable)
    .map(({ sha256: _sha256, previewSha256: _previewSha256, ...facts }) => facts);
}

/** Reviewers and representatives read submissions, not the city's drafts. */
function submittedWith(reader: SignedIn, fileId: string): Prisma.RecordWhereInput {
  const names = { content: { path: ["evidence"], array_contains: [{ file: fileId }] } };
  return { submissions: { some: { AND: [visibleSubmissions(reader), names] } } };
}
