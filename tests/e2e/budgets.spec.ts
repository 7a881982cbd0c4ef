import type { Page, Request } from "@playwright/test";
import { type PublicPage, publicPages } from "@/lib/site/pages.mjs";
import { onTheWire } from "@/tests/e2e/support/on-the-wire";
import { examplePath } from "@/tests/e2e/support/public-pages";
import { expect, test } from "@/tests/e2e/support/test";

// Limits the bytes of a public page for slow connections. Every page of the table is measured, also as of a day.

const kibibyte = 1024;
const pageAndStyle = 30 * kibibyte;
const fonts = 40 * kibibyte;

/** The pages that may have a script. All other pages are read without one. */
const mayRunScript = new Set(["/projects", "/compare"]);

/** Returns an address of each kind of public page, and one as of a day where the kind has days. */
function addresses(cursor: string): { page: PublicPage; address: string }[] {
  return publicPages.flatMap((page) => {
    const address = `/en${examplePath(page, { cursor })}`;
    const asOf = { page, address: `${address}?asOf=2025-09-30` };
    return [{ page, address }, ...(page.isByDay ? [asOf] : [])];
  });
}

/** Returns the style sheets and fonts that a page names, and every host of what it loads. */
function namedIn(html: string) {
  const of = (pattern: RegExp) => [...html.matchAll(pattern)].map((match) => String(match[1]));
  const styles = of(/<link\b(?=[^>]*rel="stylesheet")[^>]*href="([^"]+)"/gu);
  const loaded = [
    ...of(/<(?:img|source|iframe|script|audio|video|embed)\b[^>]*\bsrc="([^"]+)"/gu),
    ...of(
      /<link\b(?=[^>]*rel="(?:stylesheet|preload|icon|preconnect|dns-prefetch)")[^>]*href="([^"]+)"/gu,
    ),
  ];
  return { styles, foreign: loaded.filter((url) => /^(?:\w+:)?\/\//u.test(url)) };
}

test("every kind of public page comes compressed, with its style within 30 kB, without script and from one host", async ({
  request,
  baseURL,
}) => {
  const origin = String(baseURL);
  const { nextCursor } = await (await request.get("/api/v1/projects?limit=1")).json();
  const all = addresses(nextCursor);
  expect(all.length).toBeGreaterThan(20);
  const weights = new Map<string, number>();
  for (const { page, address } of all) {
    const html = await (await request.get(address)).text();
    const wire = await onTheWire(origin, address);
    expect([address, wire.status, wire.headers["content-encoding"]]).toEqual([
      address,
      200,
      "gzip",
    ]);

    const { styles, foreign } = namedIn(html);
    expect([address, styles.length > 0, foreign]).toEqual([address, true, []]);
    let bytes = wire.bytes;
    for (const style of new Set(styles)) bytes += (await onTheWire(origin, style)).bytes;
    weights.set(address, bytes);

    const policy = String(wire.headers["content-security-policy"]);
    const [, scripts = ""] = /script-src ([^;]+)/u.exec(policy) ?? [];
    const runs = /<script(?! type="application\/ld\+json")/u.test(html);
    if (mayRunScript.has(page.path)) {
      expect(scripts, address).not.toContain("unsafe");
    } else {
      expect([address, scripts, runs]).toEqual([address, "'none'", false]);
    }
  }
  const heavy = [...weights].filter(([, bytes]) => bytes > pageAndStyle);
  expect(heavy).toEqual([]);
  const [heaviest] = [...weights].toSorted(([, a], [, b]) => b - a);
  test.info().annotations.push({ type: "heaviest", description: String(heaviest) });
});

const scripts = { en: 0, vi: 0, km: fonts, lo: fonts, th: fonts, my: fonts, ta: fonts };

test("fonts are loaded for the scripts that a system may lack and for no other, and are small; nothing is a picture above the fold", async ({
  browser,
  baseURL,
}) => {
  for (const [locale, maxBytes] of Object.entries(scripts)) {
    // A browser that cached the fonts of the earlier page requests them again.
    const context = await browser.newContext({ baseURL: String(baseURL) });
    const page = await context.newPage();
    for (const path of ["", "/cities/ha-noi"]) {
      const bytes = await bytesOfFonts(page, `/${locale}${path}`);
      expect(bytes, `/${locale}${path}`).toBeLessThanOrEqual(maxBytes);
      for (const [width, height] of [
        [1280, 900],
        [390, 844],
      ] as const) {
        await page.setViewportSize({ width, height });
        expect(await picturesAboveTheFold(page), `/${locale}${path} at ${width}`).toEqual([]);
      }
    }
    await context.close();
  }
});

const named = {
  "/en/cities/phnom-penh": ["Khmer"],
  "/en/countries/LA": ["Lao"],
  "/en/cities/yangon": ["Burmese"],
  "/en/cities/bangkok": ["Thai"],
  "/en/cities/singapore": ["Tamil"],
  "/en/cities": ["Khmer", "Lao", "Thai"],
  "/my/cities": ["Burmese"],
  "/ta/cities/bangkok": ["Tamil"],
  "/km/cities/singapore": ["Khmer"],
  "/km/cities/phuket": ["Khmer", "Thai"],
  "/en/cities/ha-noi": [],
};

test("a name in another script than the page's is drawn in the font of its script, within the same bytes", async ({
  browser,
  baseURL,
}) => {
  for (const [address, scriptsOf] of Object.entries(named)) {
    const context = await browser.newContext({ baseURL: String(baseURL) });
    const page = await context.newPage();
    expect(await bytesOfFonts(page, address), address).toBeLessThanOrEqual(fonts);
    const loaded = await page.evaluate(() =>
      [...document.fonts].flatMap(({ family, status }) => (status === "loaded" ? [family] : [])),
    );
    expect([address, loaded.map((family) => family.replace(/"| script/gu, "")).sort()]).toEqual([
      address,
      scriptsOf,
    ]);
    await context.close();
  }
});

/** Returns the number of bytes of fonts that a page loads until it is idle. */
async function bytesOfFonts(page: Page, address: string): Promise<number> {
  const fontsOf = new Set<string>();
  const note = (request: Request) => {
    if (request.resourceType() === "font") fontsOf.add(request.url());
  };
  page.on("request", note);
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready.then(() => null));
  page.off("request", note);
  let bytes = 0;
  for (const url of fontsOf) bytes += (await (await page.request.get(url)).body()).length;
  return bytes;
}

/** Returns the addresses of images that are loaded for the first screen. Inline drawings do not count. */
function picturesAboveTheFold(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .filter((element) => {
        const { top, bottom, width } = element.getBoundingClientRect();
        return width > 0 && bottom > 0 && top < window.innerHeight;
      })
      .flatMap((element) => {
        const { backgroundImage } = getComputedStyle(element);
        if (element instanceof HTMLImageElement) return [element.currentSrc];
        return /url\((?!"?data:)/u.test(backgroundImage) ? [backgroundImage] : [];
      }),
  );
}
