import { test as base } from "@playwright/test";
import { startServer } from "@/tests/e2e/support/server";

export { expect } from "@playwright/test";

/**
 * Each worker of Playwright tests a server of its own: the production build on a clone of the seeded database, with its
 * own files and mails. Tests of other workers never change what it shows; earlier tests of the same worker may.
 */
export const test = base.extend<object, { server: undefined }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
    async ({}, use) => {
      const stop = await startServer();
      await use(undefined);
      await stop();
    },
    { scope: "worker", auto: true, timeout: 120_000 },
  ],
});
