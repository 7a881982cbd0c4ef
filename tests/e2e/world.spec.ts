import { expect, test } from "@playwright/test";
import { publicPages } from "@/lib/site/pages.mjs";
import type { Account } from "@/tests/e2e/support/accounts";
import { officeStart, publicStart } from "@/tests/e2e/support/world/addresses";
import { faultsOfAnswers } from "@/tests/e2e/support/world/answers";
import {
  followLinks,
  isPage,
  kindOf,
  routes,
  type Visited,
} from "@/tests/e2e/support/world/follow-links";
import { faultsOf } from "@/tests/e2e/support/world/page-faults";
import { faultsOfFile } from "@/tests/e2e/support/world/parse";
import { serveWorld, type WorldServer } from "@/tests/e2e/support/world/server";

// Reads every page and every file on a world of test data with every state (tests/support/world.ts). Each one exists,
// shows no message key and no missing value, and leaves nothing in the server's log.
test.describe.configure({ mode: "default" });

let server: WorldServer;
/** One address of each kind that was answered, with the account that read it. */
const shown = new Map<string, { address: string; who: Account | null }>();

test.beforeAll(async () => {
  server = await serveWorld();
});
test.afterEach(() => {
  expect(server.takeLog(), "the server’s log").toEqual([]);
});
test.afterAll(() => server?.stop());

/** Returns the faults in the answers. */
async function wrongIn(visited: Visited[], who: Account | null): Promise<string[]> {
  const faults: string[] = [];
  for (const answer of visited) {
    const { address, status, kind, body } = answer;
    if (status !== 200) faults.push(`${address}: ${status}`);
    else if (isPage(answer)) {
      if (!shown.has(kind)) shown.set(kind, { address, who });
      faults.push(...faultsOf(body.toString("utf8")).map((fault) => `${address}: ${fault}`));
    } else faults.push(...(await faultsOfFile(answer)));
  }
  return faults;
}

/** Pages that no link in this world leads to, each with what it would need. */
const notReached = [
  // These need more projects for one outcome than a page shows.
  "/[locale]/outcomes/[outcome]/after/[cursor]",
  "/[locale]/outcomes/[outcome]/after/[cursor]?asOf",
  // These answer a day that does not exist, or a day for a page without days, with 400 and a text.
  "/[locale]/no-such-day",
  "/[locale]/without-days/[...path]",
  // These are pages in English only, whose addresses have no language.
  ...publicPages.filter((page) => page.isEnglishOnly).map(({ path }) => `/[locale]${path}`),
];

/** Returns the kinds of pages whose addresses start with this text and that nobody has read. */
function leftOut(beginning: string): string[] {
  const isShown = (kind: string) =>
    [...shown.keys()].some(
      (each) => each === kind || each.startsWith(`${kind}${kind.includes("?") ? "&" : "?"}`),
    );
  return routes
    .filter((route) => route.isPage && route.kind.startsWith(beginning))
    .map(({ kind }) => kind)
    .filter((kind) => !isShown(kind) && !notReached.includes(kind));
}

/** Returns true when the query has at most one parameter. tests/e2e/lists.spec.ts tests several together. */
function hasOneParameter(address: string): boolean {
  return new Set(new URL(address, "http://site.invalid").searchParams.keys()).size <= 1;
}

for (const locale of ["en", "th"]) {
  test(`a visitor reads every public page in ${locale}`, async () => {
    const visited = await followLinks({
      start: publicStart(server.world, locale),
      read: server.read,
      // Files are the same in every language. Those of a report are read below.
      isWanted: (address) =>
        hasOneParameter(address) &&
        (address.startsWith(`/${locale}/`) ||
          (locale === "en" && /^\/(api\/v1|link-pictures|sitemap|icon)/u.test(address))),
    });
    expect(await wrongIn(visited, null)).toEqual([]);
    expect(leftOut("/[locale]"), "pages nobody has read").toEqual([]);
  });
}

test("each role reads its pages of the office", async () => {
  for (const { who, start } of officeStart(server.world)) {
    const account = server.account(...who);
    const cookies = await server.signIn(account);
    const visited = await followLinks({
      start,
      read: (address) => server.read(address, cookies),
      isWanted: (address) => hasOneParameter(address) && /^\/(api\/)?office/u.test(address),
    });
    expect(await wrongIn(visited, account), who.join(" of ")).toEqual([]);
  }
  expect(leftOut("/office"), "pages nobody has read").toEqual([]);
});

test("a visitor reads the pages of links in mails and of signing in", async () => {
  const addresses = ["/sign-in", "/set-password?token=none", "/unsubscribe", "/api"];
  const visited = await Promise.all(addresses.map((address) => server.read(address)));
  expect(await wrongIn(visited, null)).toEqual([]);
});

test("every answer of open data matches its description", async () => {
  expect(await faultsOfAnswers(server)).toEqual([]);
});

test("the browser reports no error on a page of each kind", async ({ browser }) => {
  const complaints: string[] = [];
  // The query of a list changes its rows and not its parts.
  const pages = [...shown].flatMap(([kind, page]) => (kind.includes("?") ? [] : [page]));
  expect(pages.length, "pages that were read before").toBeGreaterThan(40);
  for (const who of new Set(pages.map((each) => each.who))) {
    const context = await browser.newContext({ baseURL: server.address });
    const cookies = who ? await server.signIn(who) : "";
    await context.addCookies(
      cookies
        .split("; ")
        .filter(Boolean)
        .map((cookie) => {
          const [name = "", value = ""] = cookie.split(/=(.*)/u);
          return { name, value, url: server.address };
        }),
    );
    const waiting = pages.filter((each) => each.who === who).map(({ address }) => address);
    await Promise.all(
      [1, 2].map(async () => {
        const page = await context.newPage();
        let address = waiting.shift();
        page.on("console", (message) => {
          if (["error", "warning"].includes(message.type()))
            complaints.push(`${address}: ${message.text()}`);
        });
        page.on("pageerror", (error) => complaints.push(`${address}: ${error}`));
        while (address !== undefined) {
          await page.goto(address);
          address = waiting.shift();
        }
        await page.close();
      }),
    );
    await context.close();
  }
  expect(complaints).toEqual([]);
});

test("addresses are grouped by the route and the parameters that they use", () => {
  expect(kindOf("/th/cities/phuket?asOf=2025-01-01")).toBe("/[locale]/cities/[city]?asOf");
});
