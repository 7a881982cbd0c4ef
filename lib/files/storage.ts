import "server-only";
import { directoryStorage } from "@/lib/files/directory";
import { s3Storage } from "@/lib/files/s3";
import { filesFolder } from "@/lib/files/uploads";
import { env } from "@/lib/settings/env";

/**
 * Where the bytes of evidence lie, each file under the SHA-256 of its bytes in hexadecimal. Nothing is ever removed but
 * what can be made again.
 */
export type FileStorage = {
  /** Copies the file at this path in; when it returns, the bytes are there for good. Twice the same is once. */
  put: (file: { path: string; sha256: string; mediaType: string }) => Promise<void>;
  /** The bytes, or those from `start` to `end`, both included. Null when there is nothing under this hash. */
  read: (
    sha256: string,
    range?: { start: number; end: number },
  ) => Promise<ReadableStream<Uint8Array> | null>;
  /** Removes what was made of the database and is made anew (lib/files/dumps.ts); nobody's evidence. */
  remove: (sha256: string) => Promise<void>;
};

let storage: FileStorage | undefined;

/** The storage of this installation: a folder, or a bucket where the settings name one. */
export function fileStorage(): FileStorage {
  const { FILES_S3 } = env();
  storage ??= FILES_S3 ? s3Storage(FILES_S3) : directoryStorage(filesFolder());
  return storage;
}
