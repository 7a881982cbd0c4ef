import { randomUUID } from "node:crypto";
import { filesUnder, visitMadeUpAddresses } from "@/tests/e2e/support/made-up";
import { readServerState } from "@/tests/e2e/support/server-inside";
import { expect, test } from "@/tests/e2e/support/test";

// Requests for addresses that do not exist must not fill the server's memory. tests/soak/heap.spec.ts measures it after
// thousands of requests.

/**
 * The address of an existing page, and of a file. The test finds the server's entries for them, which shows that it
 * reads the keys.
 */
const aPage = "/en/cities/phuket";
const aFile = "/robots.txt";

test("made-up addresses leave no entry in any cache of ours, no lifetime and no file behind", async ({
  baseURL,
}) => {
  const word = `made-up-${randomUUID()}`;
  await visitMadeUpAddresses(String(baseURL), 60, word);
  // The page is requested twice, because Next stores its lifetime when it sends the cached one.
  for (const address of [aPage, aPage, aFile]) {
    expect((await fetch(`${baseURL}${address}`)).ok).toBe(true);
  }

  const { keys } = await readServerState();
  // Next puts the kind of page and a hash before an address.
  expect(keys.publicPages).toContainEqual(expect.stringMatching(new RegExp(`${aPage}$`, "u")));
  expect(keys.cacheControls).toContainEqual(expect.stringMatching(new RegExp(`${aPage}$`, "u")));
  expect(keys.next).toContain(aFile);
  // Next itself caches missing pages within 8 MB (tests/unit/leaning-on-next.test.ts).
  const { next, ...unbounded } = keys;
  expect(next.some((key) => key.includes(word))).toBe(true);
  for (const [cache, kept] of Object.entries(unbounded)) {
    expect([cache, kept.filter((key) => key.includes(word))]).toEqual([cache, []]);
  }
  expect(filesUnder(".next").filter(({ name }) => name.includes(word))).toEqual([]);
});
