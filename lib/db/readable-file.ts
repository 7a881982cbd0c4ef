import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import { type FileFacts, isMediaType } from "@/lib/domain/record/file";

/** A file with where its bytes lie. */
export type ReadableFile = FileFacts & { sha256: string; previewSha256: string | null };

/** What a readable file is made of. */
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

/** A row of `fileColumns` as a list of one; of none where its kind is one that nobody serves. */
export function toReadable(
  file: Prisma.EvidenceFileGetPayload<{ select: typeof fileColumns }>,
): ReadableFile[] {
  const { mediaType } = file;
  // `addFile` writes no other.
  return isMediaType(mediaType) ? [{ ...file, mediaType }] : [];
}
