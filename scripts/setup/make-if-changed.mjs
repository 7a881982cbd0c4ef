import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Runs `make` if `inputs`, a fingerprint, differs from the stamp; otherwise returns "up to date". The stamp is removed
 * first and written last, so interrupted work counts as not done.
 */
export async function makeIfChanged(stamp, inputs, make) {
  if ((await readFile(stamp, "utf8").catch(() => "")) === inputs) return "up to date";
  await rm(stamp, { force: true });
  await make();
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, inputs);
}
