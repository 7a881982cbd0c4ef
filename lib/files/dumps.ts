import "server-only";
import { randomUUID } from "node:crypto";
import { database } from "@/lib/db/client";
import { keepFile } from "@/lib/files/ingest";
import { fileStorage } from "@/lib/files/storage";

/** The stored file with all open data. */
export type KeptDump = { begunAt: Date; changedAt: Date; sha256: string; bytes: number };

const newestFirst = { orderBy: { begunAt: "desc" } } as const;

/** Returns the newest dump; null while there is none. */
export async function findDump(): Promise<KeptDump | null> {
  return database().dataDump.findFirst({
    ...newestFirst,
    select: { begunAt: true, changedAt: true, sha256: true, bytes: true },
  });
}

/**
 * Stores a new dump. The one before stays for readers who are downloading it; older ones are removed, row first,
 * because a row without its bytes would be served.
 */
export async function keepDump(
  path: string,
  moments: { begunAt: Date; changedAt: Date },
): Promise<KeptDump> {
  const kept = { ...(await keepFile(path, "application/zip")), ...moments };
  await database().dataDump.create({ data: { id: randomUUID(), ...kept } });
  const old = await database().dataDump.findMany({ ...newestFirst, skip: 2 });
  await database().dataDump.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
  const left = await database().dataDump.findMany({ select: { sha256: true } });
  for (const { sha256 } of old)
    if (!left.some((each) => each.sha256 === sha256)) await fileStorage().remove(sha256);
  return kept;
}
