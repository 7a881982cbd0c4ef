import { readFileSync } from "node:fs";
import { languageNames, languageTag, locales } from "@/lib/domain/language/locale";
import { violationsOf } from "@/tests/e2e/support/axe";
import { translatedExamplePaths } from "@/tests/e2e/support/public-pages";
import { overflowOf } from "@/tests/e2e/support/screens";
import { expect, test } from "@/tests/e2e/support/test";

// Tests the public pages in every language.

const paths = {
  ...translatedExamplePaths,
  "filtered projects": "/projects?stage=completed",
  "network as of a day": "?asOf=2018-07-08",
  "page without days": "/numbers?asOf=2018-07-08",
  "feedback on a translation": "/feedback?kind=translation&about=%2Fcities%2Fphuket",
  "no such page": "/cities/nowhere",
};

/** The expected status of pages that do not answer 200. */
const statuses: Record<string, number> = { "page without days": 400, "no such page": 404 };

const translated = locales.filter((locale) => locale !== "en");

const messages: object = JSON.parse(readFileSync("messages/km/public.json", "utf8"));

/** A missing message shows its key: its namespace and the rest of its path. */
const aKey = new RegExp(`\\b(?:${Object.keys(messages).join("|")})\\.[a-z]\\w*`, "iu");

for (const locale of translated) {
  test(`every kind of page is translated into ${locale}`, async ({ request }) => {
    for (const [kind, path] of Object.entries(paths)) {
      const answer = await request.get(`/${locale}${path}`);
      expect(answer.status(), kind).toBe(statuses[kind] ?? 200);
      const html = await answer.text();
      expect(html, kind).toContain(`<html lang="${languageTag(locale)}"`);
      expect(saidIn(html), kind).not.toMatch(aKey);
    }
  });
}

/**
 * Returns all text of a page that is shown or read aloud, without addresses and without what only search engines read.
 */
function saidIn(html: string): string {
  return html
    .replaceAll(/<(script|style)\b.*?<\/\1>/gsu, " ")
    .replaceAll(/\b(?:href|src|srcset|action|class|id|value|name|for)="[^"]*"/gu, " ")
    .replaceAll(/https?:\/\/[^\s"<]*/gu, " ");
}

/** The languages with the longest unbreakable words are the widest. */
const widest = ["ta", "my", "fil", "ms"] as const;

// 320 pixels is the narrowest screen of WCAG, 390 a phone's; 640 is a screen of 1280 at 200 %.
for (const locale of widest) {
  test(`every kind of page in ${locale} stays within a narrow screen`, async ({ page }) => {
    for (const [kind, path] of Object.entries(paths)) {
      await page.goto(`/${locale}${path}`);
      for (const width of [320, 390, 640]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await overflowOf(page), `${kind}, ${width} pixels wide`).toBeLessThanOrEqual(0);
      }
      // The layout differs from that on a wide screen, which reading.spec.ts tests.
      await page.setViewportSize({ width: 320, height: 800 });
      if (locale === "my") expect([kind, await violationsOf(page)]).toEqual([kind, []]);
    }
  });
}

for (const locale of ["km", "lo", "th", "my", "ta"]) {
  test(`words in ${locale} are drawn in their script’s font and not as boxes`, async ({ page }) => {
    await page.goto(`/${locale}/accessibility`);
    const { drawn, wanted } = await page.evaluate(async () => {
      await document.fonts.ready;
      const title = document.querySelector("header a");
      if (!title) throw new Error("There is no name");
      const range = document.createRange();
      range.selectNodeContents(title);
      const pen = document.createElement("canvas").getContext("2d");
      if (!pen) throw new Error("There is no canvas");
      // The text is measured now that the font is loaded.
      pen.font = getComputedStyle(title).font;
      return {
        drawn: [...range.getClientRects()].reduce((sum, { width }) => sum + width, 0),
        wanted: pen.measureText(title.textContent ?? "").width,
      };
    });
    expect(Math.abs(drawn - wanted)).toBeLessThan(wanted / 50);
  });
}

test("by keyboard the skip link comes first, then every control in visual order, each with a visible focus", async ({
  page,
}) => {
  await page.goto("/km/feedback?about=%2Fcities");
  await page.keyboard.press("Tab");
  const skip = page.locator('a[href="#content"]');
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.locator("main a").first()).toBeFocused();
  const tops: number[] = [];
  for (let each = 0; each < 4; each += 1) {
    const place = await page.evaluate(() => {
      const now = document.activeElement;
      if (!now) return null;
      const { top } = now.getBoundingClientRect();
      return { top: top + scrollY, outline: getComputedStyle(now).outlineStyle };
    });
    expect(place?.outline).toBe("solid");
    tops.push(place?.top ?? -1);
    await page.keyboard.press("Tab");
  }
  expect(tops).toEqual(tops.toSorted((one, other) => one - other));
});

test("a reader changes the language and stays on the page and the day", async ({ page }) => {
  await page.goto("/en/cities/phuket?asOf=2024-09-25");
  await page.getByText("Language:").click();
  await page.getByRole("link", { name: languageNames.th }).click();
  await expect(page).toHaveURL(/\/th\/cities\/phuket\?asOf=2024-09-25$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "th");
  // The city wrote its texts in English, and they are marked as English.
  await expect(page.getByRole("main").locator("td [lang=en]").first()).toBeVisible();
  // A year is that of the plan and not of the country's calendar.
  await expect(page.getByText("2024").first()).toBeVisible();
  await page.getByRole("contentinfo").locator("[hreflang=en]").click();
  await expect(page).toHaveURL(/\/en\/cities\/phuket\?asOf=2024-09-25$/);
});

test("an address without a language redirects to the reader's first available language", async ({
  request,
}) => {
  const led = {
    "km-KH,km;q=0.9,en;q=0.5": "/km",
    "tl-PH": "/fil",
    "zh-CN": "/zh",
    "fr-FR,pt-BR;q=0.4": "/pt",
    "nl,*;q=0.1": "/en",
    "not a language": "/en",
  };
  for (const [asked, location] of Object.entries(led)) {
    const answer = await request.get("/", {
      headers: { "accept-language": asked },
      maxRedirects: 0,
    });
    expect([asked, answer.headers()["location"]]).toEqual([asked, location]);
    expect(answer.headers()["vary"]).toContain("Accept-Language");
  }
});

test("a page names itself in the other languages, for search engines", async ({ request }) => {
  const html = await (await request.get("/km/cities/phuket")).text();
  for (const locale of locales)
    expect(html).toMatch(
      new RegExp(`hrefLang="${languageTag(locale)}" href="[^"]*/${locale}/cities/phuket"`, "iu"),
    );
});
