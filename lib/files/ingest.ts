import "server-only";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { type FileProblem, isPicture, type MediaType } from "@/lib/domain/record/file";
import { inspectFile } from "@/lib/files/inspect";
import { type PictureType, redraw } from "@/lib/files/picture";
import { fileStorage } from "@/lib/files/storage";
import { inWorkFolder } from "@/lib/files/uploads";

/**
 * A file that was inspected and stored. Only `ingest` creates one, so that no request can refer to bytes it did not
 * upload.
 */
export class StoredFile {
  constructor(
    readonly facts: {
      sha256: string;
      previewSha256: string | null;
      mediaType: MediaType;
      bytes: number;
      width: number | null;
      height: number | null;
    },
  ) {}
}

/** Inspects an uploaded file, redraws a picture, and stores it; or returns why it is refused. */
export async function ingest(path: string): Promise<StoredFile | { problem: FileProblem }> {
  const found = await inspectFile(path);
  if ("problem" in found) return found;
  const { mediaType } = found;
  if (!isPicture(found)) {
    const kept = await keepFile(path, mediaType);
    return new StoredFile({ ...kept, mediaType, previewSha256: null, width: null, height: null });
  }
  return inWorkFolder(async (folder) => {
    const to = { picture: join(folder, "picture"), preview: join(folder, "preview") };
    // `isPicture` is true of these types alone.
    const drawn = await redraw(path, mediaType as PictureType, to);
    if ("problem" in drawn) return drawn;
    const kept = await keepFile(to.picture, mediaType);
    const { sha256: previewSha256 } = await keepFile(to.preview, "image/webp");
    return new StoredFile({ ...kept, ...drawn, mediaType, previewSha256 });
  });
}

/** Stores a file under the hash of its bytes without inspecting it, for files that we made ourselves. */
export async function keepFile(
  path: string,
  mediaType: string,
): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  const sha256 = hash.digest("hex");
  await fileStorage().put({ path, sha256, mediaType });
  return { sha256, bytes: (await stat(path)).size };
}
