import { readFileSync } from "node:fs";
import { IncrementalCache } from "next/dist/server/lib/incremental-cache/index.js";
import lifetimes from "next/dist/server/lib/incremental-cache/shared-cache-controls.external.js";
import { describe, expect, test } from "vitest";
import PageCache from "@/lib/site/next/page-cache.mjs";

// Tests what lib/site/next needs from Next beyond its documentation. The name of a failing test says what an upgrade
// changed. The behaviour of a built application is tested in tests/e2e: the first answer has no script
// (reading.spec.ts), Next loads the page cache twice and both share one store (reading.spec.ts, road.spec.ts), a
// missing page leaves nothing in memory (made-up.spec.ts), and a WebSocket upgrade is answered (live-routes.spec.ts).

const { cacheControls } = lifetimes.SharedCacheControls as unknown as {
  cacheControls: Map<string, unknown>;
};

/** Makes Next's own cache for a request, as a server does, with our cache handler. */
function nextCache(handler = PageCache) {
  return new IncrementalCache({
    dev: false,
    minimalMode: false,
    requestHeaders: {},
    maxMemoryCacheSize: 0,
    CurCacheHandler: handler,
    prerenderManifest: { routes: {}, dynamicRoutes: {}, notFoundRoutes: [], preview: {} },
    previewProps: { previewModeId: "", previewModeSigningKey: "", previewModeEncryptionKey: "" },
    allowedRevalidateHeaderKeys: [],
    // Only the options that Next uses here are given; its types want every option of a build.
  } as unknown as ConstructorParameters<typeof IncrementalCache>[0]);
}

/** Stores a page as Next does after rendering it. Returns what Next would send. */
async function handOver(path: string, html: string) {
  const page = { kind: "APP_PAGE", html, rscData: Buffer.from("x"), headers: {}, status: 200 };
  const route = { kind: "APP_PAGE", sourceRoute: "/[locale]/page" };
  const cacheControl = { revalidate: false, expire: undefined };
  const cache = nextCache();
  await cache.get(path, { kind: "APP_PAGE", route, isFallback: false } as never);
  await cache.set(path, page as never, { cacheControl, route, isFallback: false } as never);
  return page;
}

describe("Next", () => {
  test("sends the very value that it hands to its cache handler", async () => {
    const page = await handOver("/lean", "<p>Words</p><script>self.__next_f=[]</script>");
    expect(page.html).toBe("<p>Words</p>");
  });

  test("keeps lifetimes in SharedCacheControls.cacheControls, and sets them before the cache handler takes a page", async () => {
    cacheControls.clear();
    let before: string[] = [];
    class Watching extends PageCache {
      override async set(...args: Parameters<PageCache["set"]>) {
        before = [...cacheControls.keys()];
        return super.set(...args);
      }
    }
    const cache = nextCache(Watching);
    const route = { kind: "APP_PAGE", sourceRoute: "/[locale]/page" };
    await cache.set(
      "/lifetime",
      { kind: "APP_PAGE", html: "", headers: {}, status: 200 } as never,
      { cacheControl: { revalidate: false, expire: undefined }, route } as never,
    );
    expect(before).toEqual([expect.stringMatching(/\/lifetime$/u)]);
    expect([...cacheControls.keys()]).toEqual([]);
  });

  test("takes the status of a page from the value that the cache handler changed", async () => {
    const page = await handOver("/none", '<meta name="answer-status" content="404"/>');
    expect(page.status).toBe(404);
  });

  test("makes an empty document with the id __next_error__ and a reference in data-dgst of what fails midway", () => {
    const runtime = readFileSync(
      "node_modules/next/dist/compiled/next-server/app-page-turbo.runtime.prod.js",
      "utf8",
    );
    expect(runtime).toContain('"html",{id:"__next_error__"}');
    expect(runtime).toContain(' data-dgst="');
  });

  test("has React write attributes in double quotes and escape what a text holds", async () => {
    const { renderToStaticMarkup } = await import("react-dom/server");
    const { createElement } = await import("react");
    const html = renderToStaticMarkup(
      createElement("p", { title: '"><script>' }, "<script>1</script>"),
    );
    expect(html).toBe('<p title="&quot;&gt;&lt;script&gt;">&lt;script&gt;1&lt;/script&gt;</p>');
  });

  test("sends a form on to __NEXT_PRIVATE_ORIGIN, marked x-action-forwarded", () => {
    const source = readFileSync(
      "node_modules/next/dist/server/app-render/action-handler.js",
      "utf8",
    );
    expect(source).toContain("let origin = process.env.__NEXT_PRIVATE_ORIGIN;");
    expect(source).toContain("forwardedHeaders.set('x-action-forwarded', '1');");
  });

  test("keeps at most 8 MB of addresses that lead nowhere, each counted with what it costs", () => {
    const source = readFileSync(
      "node_modules/next/dist/server/lib/router-utils/filesystem.js",
      "utf8",
    );
    expect(source).toContain("const FS_LRU_MAX_SIZE = 8 * 1024 * 1024;");
    expect(source).toMatch(/new \w+\.LRUCache\(FS_LRU_MAX_SIZE/u);
    expect(source).toMatch(/const FS_LRU_ENTRY_OVERHEAD = \d+;/u);
  });
});
