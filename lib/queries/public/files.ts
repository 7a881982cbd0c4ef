import "server-only";
import { validate as isUuid } from "uuid";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { fileColumns, type ReadableFile, toReadable } from "@/lib/db/readable-file";

/** A file that an edition refers to, so that anybody may read it at /api/v1/files/{id}. */
export type PublicFile = ReadableFile;

/** The columns of public files, for the `files` of an edition. */
export const publicFiles = {
  orderBy: { fileId: "asc" },
  select: { file: { select: fileColumns } },
} as const satisfies Prisma.Edition$filesArgs;

/** Converts the rows of `publicFiles`. */
export function toPublicFiles(
  rows: Prisma.EditionFileGetPayload<{ select: (typeof publicFiles)["select"] }>[],
): PublicFile[] {
  return rows.flatMap(({ file }) => toReadable(file));
}

/** Returns a file by its id; null unless an edition refers to it. */
export async function findPublicFile(id: string): Promise<PublicFile | null> {
  if (!isUuid(id)) return null;
  const row = await database().editionFile.findFirst({
    where: { fileId: id },
    select: publicFiles.select,
  });
  return (row && toPublicFiles([row])[0]) ?? null;
}
