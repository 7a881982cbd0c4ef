import { filesUnder, visitMadeUpAddresses } from "@/tests/e2e/support/made-up";
import { readServerState } from "@/tests/e2e/support/server-inside";
import { expect, test } from "@/tests/e2e/support/test";

// tests/e2e/made-up.spec.ts counts the known caches; this test finds growth anywhere.

const megabyte = 1_000_000;

test("five thousand made-up addresses use neither disk nor memory", async ({ baseURL }) => {
  test.setTimeout(1_800_000);
  const disk = bytesUnder(".next");
  // The first round compiles code and fills bounded caches, so only later growth counts. Next keeps 8 MB of missing
  // addresses, of about 200 bytes each.
  await visitMadeUpAddresses(String(baseURL), 45_000, "first");
  const grown: number[] = [];
  // A leak grows in every round and noise does not: the smallest growth of a few rounds counts.
  for (let round = 0; round < 3 && Math.min(...grown, Infinity) > megabyte; round += 1) {
    const before = (await readServerState()).heapBytes;
    await visitMadeUpAddresses(String(baseURL), 5_000, `round-${round}`);
    grown.push((await readServerState()).heapBytes - before);
  }
  expect(Math.min(...grown), `grown by ${grown.join(", ")} bytes`).toBeLessThan(megabyte);
  expect(bytesUnder(".next") - disk).toBeLessThan(megabyte);
});

function bytesUnder(directory: string): number {
  return filesUnder(directory).reduce((sum, { bytes }) => sum + bytes, 0);
}
