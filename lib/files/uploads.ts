import "server-only";
import { constants, mkdirSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { FileStore } from "@tus/file-store";
import { validate as isUuid } from "uuid";
import { incomingOf } from "@/lib/files/directory";
import { env } from "@/lib/settings/env";

/** An unfinished upload is removed after this time. */
const dayMs = 24 * 60 * 60 * 1000;
const hourMs = 60 * 60 * 1000;

/** Metadata stored when an upload begins. */
export type UploadNote = { recordId: string; cityId: string; personId: string; name: string };

/** An unfinished upload: whose it is, how many bytes in all, for which record. */
export type UnderWay = Pick<UploadNote, "recordId" | "personId"> & { bytes: number };

export type Upload = UploadNote & { path: string; bytes: number; isWhole: boolean };

let store: FileStore | undefined;

/** Returns the tus store of unfinished uploads, under the data folder. */
export function uploadStore(): FileStore {
  if (store) return store;
  const directory = join(env().DATA_DIR, "uploads");
  // The store makes it too, but does not wait for it: the first upload of an installation would list a missing folder.
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  store = new FileStore({ directory, expirationPeriodInMilliseconds: dayMs });
  return store;
}

/** Returns an upload by its id; null when it does not exist any more. */
export async function findUpload(id: string): Promise<Upload | null> {
  if (!isUuid(id)) return null;
  const found = await uploadStore()
    .getUpload(id)
    .catch(() => null);
  if (!found?.storage) return null;
  return {
    // lib/web/uploads.ts wrote it when the upload began; nobody else can.
    ...(found.metadata as UploadNote),
    path: found.storage.path,
    bytes: found.offset,
    isWhole: found.size === found.offset,
  };
}

/** Lists all unfinished uploads by their ids, with their announced bytes. */
export async function listUploads(): Promise<Map<string, UnderWay>> {
  const { configstore } = uploadStore();
  const found = new Map<string, UnderWay>();
  for (const id of (await configstore.list?.()) ?? []) {
    // A file that is gone was finished meanwhile.
    const upload = await configstore.get(id).catch(() => undefined);
    const { recordId = "", personId = "" } = upload?.metadata ?? {};
    if (upload && recordId && personId)
      found.set(id, { recordId, personId, bytes: upload.size ?? 0 });
  }
  return found;
}

/**
 * Runs the work with a private copy of an upload, or returns null when the upload is gone: another request for the same
 * upload may remove it at any time.
 */
export async function withCopyOf<T>(
  upload: Upload,
  work: (path: string) => Promise<T>,
): Promise<T | null> {
  return inWorkFolder(async (folder) => {
    const copy = join(folder, "upload");
    const isThere = await copyFile(upload.path, copy, constants.COPYFILE_FICLONE).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return false;
        throw error;
      },
    );
    return isThere ? work(copy) : null;
  });
}

/** Removes an upload; one that is gone already is ignored. */
export async function dropUpload(id: string): Promise<void> {
  await uploadStore()
    .remove(id)
    .catch(() => {});
}

/** Runs the work with an empty folder of its own, and then removes the folder. */
export async function inWorkFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const parent = workFolders();
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, "take-in-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

let sweptAt = 0;

/** Removes uploads unfinished for a day and files left by killed processes; at most once an hour. */
export async function sweepUploads(now: Date): Promise<void> {
  if (now.getTime() - sweptAt < hourMs) return;
  sweptAt = now.getTime();
  await uploadStore().deleteExpired();
  for (const folder of [workFolders(), incomingOf(filesFolder())]) {
    for (const name of await readdir(folder).catch(() => [])) {
      const path = join(folder, name);
      // A file that is gone was finished meanwhile.
      const mtimeMs = await stat(path).then(
        (found) => found.mtimeMs,
        () => now.getTime(),
      );
      if (now.getTime() - mtimeMs > dayMs) await rm(path, { recursive: true, force: true });
    }
  }
}

/** Returns the folder of files of an installation without a bucket. */
export function filesFolder(): string {
  return join(env().DATA_DIR, "files");
}

function workFolders() {
  return join(env().DATA_DIR, "uploads-work");
}
