import "server-only";
import { createHash } from "node:crypto";
import { database } from "@/lib/db/client";
import { fileStorage } from "@/lib/files/storage";

/** Files read from the database at a time. */
const page = 500;

/**
 * Lists the hashes of evidence whose stored bytes changed or are missing; none in a sound installation. Reads every
 * file whole, one after the other.
 */
export async function listWrongFiles(): Promise<string[]> {
  const wrong: string[] = [];
  for await (const sha256 of hashesOfEvidence()) {
    if ((await hashOfFile(sha256)) !== sha256) wrong.push(sha256);
  }
  return wrong;
}

async function* hashesOfEvidence() {
  for (let after = ""; ; ) {
    const rows = await database().$queryRaw<{ sha256: string }[]>`
      select distinct sha256 from (
        select sha256 from "EvidenceFile" union all
        select "previewSha256" from "EvidenceFile" where "previewSha256" is not null) files
      where sha256 > ${after} order by sha256 limit ${page}`;
    yield* rows.map((row) => row.sha256);
    const last = rows.at(-1);
    if (!last) return;
    after = last.sha256;
  }
}

async function hashOfFile(sha256: string): Promise<string | null> {
  const bytes = await fileStorage().read(sha256);
  if (!bytes) return null;
  const hash = createHash("sha256");
  for await (const part of bytes) hash.update(part);
  return hash.digest("hex");
}
