import "server-only";
import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { chmod, copyFile, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import type { FileStorage } from "@/lib/files/storage";

const privateFolder = { recursive: true, mode: 0o700 };

/**
 * Stores files in a folder of this machine, under their hash in two levels of folders: ab/cd/abcd…. Only the account that
 * runs the process can read them, whatever its umask is.
 */
export function directoryStorage(directory: string): FileStorage {
  const pathOf = (sha256: string) =>
    join(directory, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  return {
    async put({ path, sha256 }) {
      const target = pathOf(sha256);
      await mkdir(dirname(target), privateFolder);
      const copy = join(incomingOf(directory), randomUUID());
      await mkdir(dirname(copy), privateFolder);
      try {
        await copyFile(path, copy, constants.COPYFILE_FICLONE);
        await chmod(copy, 0o600);
        await onDisk(copy);
        await rename(copy, target);
      } finally {
        await rm(copy, { force: true });
      }
      await onDisk(dirname(target));
    },
    async read(sha256, range) {
      const file = await open(pathOf(sha256)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return null;
        throw error;
      });
      if (!file) return null;
      // node:stream returns the web's stream; only its type comes from another file.
      return Readable.toWeb(file.createReadStream(range)) as ReadableStream<Uint8Array>;
    },
    async remove(sha256) {
      await rm(pathOf(sha256), { force: true });
    },
  };
}

/** Returns the folder for incomplete files, so that what a killed process leaves is not taken for a file. */
export function incomingOf(directory: string): string {
  return join(directory, "incoming");
}

/** Waits until the disk has written it: a power cut must not leave a row without its bytes. */
async function onDisk(path: string) {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
