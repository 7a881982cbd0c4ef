import "server-only";
import { directoryStorage } from "@/lib/files/directory";
import { s3Storage } from "@/lib/files/s3";
import { filesFolder } from "@/lib/files/uploads";
import { env } from "@/lib/settings/env";

/**
 * Storage of evidence, each file under the SHA-256 of its bytes in hexadecimal. Only files that can be created again
 * are ever removed.
 */
export type FileStorage = {
  /** Copies the file at this path in; the bytes are durable when it returns. A second copy changes nothing. */
  put: (file: { path: string; sha256: string; mediaType: string }) => Promise<void>;
  /** Returns the bytes, or those from `start` to `end`, both included. Null when there is no file with this hash. */
  read: (
    sha256: string,
    range?: { start: number; end: number },
  ) => Promise<ReadableStream<Uint8Array> | null>;
  /** Removes a file that can be created again (lib/files/dumps.ts), never evidence. */
  remove: (sha256: string) => Promise<void>;
};

let storage: FileStorage | undefined;

/** Returns the storage of this installation: a folder, or the bucket in the settings. */
export function fileStorage(): FileStorage {
  const { FILES_S3 } = env();
  storage ??= FILES_S3 ? s3Storage(FILES_S3) : directoryStorage(filesFolder());
  return storage;
}
