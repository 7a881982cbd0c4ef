import { createHash } from "node:crypto";
import lifetimes from "next/dist/server/lib/incremental-cache/shared-cache-controls.external.js";
import { expect, test, vi } from "vitest";
import { forgetPublicPages } from "@/lib/site/forget-public-pages";
import {
  listScript,
  listScriptHash,
  listScriptName,
  listScriptText,
} from "@/lib/site/list-script.mjs";
import PageCache from "@/lib/site/next/page-cache.mjs";

const cache = new PageCache();
// The field is private in its types only.
const { cacheControls } = lifetimes.SharedCacheControls as unknown as {
  cacheControls: Map<string, unknown>;
};
const forEver = { cacheControl: { revalidate: false, expire: undefined } };

function aPage(html: string) {
  return {
    kind: "APP_PAGE",
    html,
    rscData: Buffer.from("for scripts"),
    headers: {},
    status: 200,
  };
}

/** Does what Next does: reads the cache, renders on a miss, stores the page, and returns it. */
async function answer(key: string, render: () => ReturnType<typeof aPage>) {
  const kept = await cache.get(key);
  if (kept) return kept.value;
  const page = render();
  cacheControls.set(key, forEver.cacheControl);
  await cache.set(key, page, forEver);
  return page;
}

test("a page is cached, and neither the first nor the cached answer has a script", async () => {
  const html =
    '<head><link rel="preload" as="script" fetchPriority="low" href="/a.js"/>' +
    '<link rel="stylesheet" href="/a.css"/><script src="/a.js" async=""></script></head>' +
    '<body><p>&lt;script&gt;</p><script type="application/ld+json">{"a":1}</script>' +
    "<script>self.__next_f=[]</script></body>";
  const wanted =
    '<head><link rel="stylesheet" href="/a.css"/></head>' +
    '<body><p>&lt;script&gt;</p><script type="application/ld+json">{"a":1}</script></body>';

  expect((await answer("/a", () => aPage(html))).html).toBe(wanted);
  expect((await answer("/a", () => aPage("never rendered"))).html).toBe(wanted);
});

test("a list gets the one script that its policy allows, and no other", async () => {
  const html = `<head><meta name="list-enhancement"/></head><body><script>1</script></body>`;
  const { html: kept } = await answer("/list", () => aPage(html));
  expect(kept).toBe(`<head>${listScript}</head><body></body>`);
  const hash = createHash("sha256").update(listScriptText).digest("base64");
  expect(listScriptHash).toBe(`'sha256-${hash}'`);
  expect(listScript).toContain(`src="/assets/${listScriptName}" integrity="sha256-${hash}"`);
});

test("a page sets its own status, and a page with an error status is not cached", async () => {
  const missing = () => aPage('<head><meta name="answer-status" content="404"/></head>');
  for (let index = 0; index < 5_000; index += 1) {
    const { status, html } = await answer(`/made-up-${index}`, missing);
    expect([status, html]).toEqual([404, "<head></head>"]);
  }
  expect([...cacheControls.keys()].filter((key) => key.startsWith("/made-up"))).toEqual([]);

  expect((await answer("/made-up-1", () => aPage("there now"))).html).toBe("there now");
  expect((await answer("/made-up-1", missing)).html).toBe("there now");
});

test("a publication clears every page", async () => {
  for (const path of ["/phuket", "/makassar", "/reports/2025"])
    await answer(path, () => aPage("old"));

  forgetPublicPages();

  for (const path of ["/phuket", "/makassar", "/reports/2025"])
    expect((await answer(path, () => aPage("new"))).html).toBe("new");
});

test("a page that was being rendered during a publication is not cached", async () => {
  await cache.get("/late");
  forgetPublicPages();
  await cache.set("/late", aPage("perhaps old"), forEver);

  expect((await answer("/late", () => aPage("new"))).html).toBe("new");
});

test("a second instance, as Next makes one, uses the same store", async () => {
  await answer("/once", () => aPage("old"));
  vi.resetModules();
  const { default: Again } = await import("@/lib/site/next/page-cache.mjs");
  expect(Again).not.toBe(PageCache);
  expect((await new Again().get("/once"))?.value.html).toBe("old");

  await new Again().revalidateTag();
  expect((await answer("/once", () => aPage("new"))).html).toBe("new");
});

test("memory is bounded: the least recently used page is removed first, with its lifetime", async () => {
  const large = "x".repeat(1024 * 1024);
  for (let index = 0; index < 40; index += 1) await answer(`/large-${index}`, () => aPage(large));

  expect(await cache.get("/large-0")).toBeNull();
  expect(await cache.get("/large-39")).not.toBeNull();
  expect(cacheControls.has("/large-0")).toBe(false);
});
