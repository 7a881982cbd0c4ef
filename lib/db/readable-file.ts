import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import { type FileFacts, isMediaType } from "@/lib/domain/record/file";

/** A file with the hashes under which its bytes are stored. */
export type ReadableFile = FileFacts & { sha256: string; previewSha256: string | null };

/** The columns of a readable file. */
export const fileColumns = {
  id: true,
  name: true,
  mediaType: true,
  bytes: true,
  width: true,
  height: true,
  sha256: true,
  previewSha256: true,
} as const satisfies Prisma.EvidenceFileSelect;

/** Converts a row of `fileColumns` to a list of one file; of none when its media type is not served. */
export function toReadable(
  file: Prisma.EvidenceFileGetPayload<{ select: typeof fileColumns }>,
): ReadableFile[] {
  const { mediaType } = file;
  // `addFile` writes no other media type.
  return isMediaType(mediaType) ? [{ ...file, mediaType }] : [];
}
