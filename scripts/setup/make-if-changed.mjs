import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Runs `make` where what it is made of (`inputs`, a fingerprint) is not what the stamp was left with; else answers "up to
 * date". The stamp is gone first and written last: what was cut short counts as not made.
 */
export async function makeIfChanged(stamp, inputs, make) {
  if ((await readFile(stamp, "utf8").catch(() => "")) === inputs) return "up to date";
  await rm(stamp, { force: true });
  await make();
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, inputs);
}
