import { randomUUID } from "node:crypto";
import { filesUnder, visitMadeUpAddresses } from "@/tests/e2e/support/made-up";
import { lookInside } from "@/tests/e2e/support/server-inside";
import { expect, test } from "@/tests/e2e/support/test";

// Whoever makes up addresses must not fill the server with them. tests/soak/heap.spec.ts weighs it after thousands.

/** The address of a page that there is, and of a file: what a server keeps of those shows that keys are seen at all. */
const aPage = "/en/cities/phuket";
const aFile = "/robots.txt";

test("made-up addresses leave no entry in any cache of ours, no lifetime and no file behind", async ({
  baseURL,
}) => {
  const word = `made-up-${randomUUID()}`;
  await visitMadeUpAddresses(String(baseURL), 60, word);
  // The page twice: Next remembers the lifetime of a page when it sends the one it kept.
  for (const address of [aPage, aPage, aFile]) {
    expect((await fetch(`${baseURL}${address}`)).ok).toBe(true);
  }

  const { keys } = await lookInside();
  // Next puts the kind of page and a hash before an address.
  expect(keys.publicPages).toContainEqual(expect.stringMatching(new RegExp(`${aPage}$`, "u")));
  expect(keys.cacheControls).toContainEqual(expect.stringMatching(new RegExp(`${aPage}$`, "u")));
  expect(keys.next).toContain(aFile);
  // Next itself keeps what it did not find in a cache of 8 MB (tests/unit/leaning-on-next.test.ts).
  const { next, ...unbounded } = keys;
  expect(next.some((key) => key.includes(word))).toBe(true);
  for (const [cache, kept] of Object.entries(unbounded)) {
    expect([cache, kept.filter((key) => key.includes(word))]).toEqual([cache, []]);
  }
  expect(filesUnder(".next").filter(({ name }) => name.includes(word))).toEqual([]);
});
