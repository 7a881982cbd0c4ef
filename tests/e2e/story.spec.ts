import { expect, test } from "@/tests/e2e/support/test";

// Tests what a journalist looks up in a minute, and what the page looks like in print.

test("what Cebu promised for 2021 and what happened is found from the list of cities, and cited", async ({
  page,
  request,
}) => {
  await page.goto("/en/cities");
  await page.getByRole("link", { name: "Cebu City", exact: true }).click();
  const promises = page.getByRole("region", { name: "Commitments and results" });
  const phase = promises.getByRole("row").filter({ hasText: "Buses run on the first phase" });
  // The date moved several times: it was 2021 first, and buses began to run in March 2026.
  await expect(phase).toContainText("2021");
  await expect(phase).toContainText("Done 13 March 2026");
  const target = promises.getByRole("row").filter({ hasText: "Buses start to run on the rapid" });
  await expect(target).toContainText("Not reached");

  await phase.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cebu City Bus Rapid Transit");
  const cited = page.locator("#cite").getByRole("link", { name: /\/editions\/\d+$/u });
  await expect(page.locator("#cite")).toContainText(
    /edition \d+, information as of 11 May 2026, published online on/u,
  );
  const path = (await cited.getAttribute("href")) ?? "";
  const bibtex = await request.get(`${path}/citation.bib`);
  expect(bibtex.headers()["content-type"]).toContain("application/x-bibtex");
  expect(await bibtex.text()).toContain(`${path}},`);

  await cited.click();
  const number = path.split("/").at(-1);
  await expect(page.getByText(`Edition ${number} of ${number}, as of 11 May 2026`)).toBeVisible();
  const data = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(data ?? "")).toMatchObject({ "@type": "Dataset", version: number });
});

test("a form asks what changed since a day, and the page shows it side by side", async ({
  page,
}) => {
  await page.goto("/en/cities/bandar-seri-begawan/projects/digital-payment-hub");
  await page.getByRole("link", { name: "Change log, and changes since a date" }).click();
  await page.getByLabel("Changes since a date").last().fill("2023-09-30");
  await page.getByRole("button", { name: "Show" }).first().click();
  // The address leads to the last day of change before the requested day (lib/site/days-of-change.mjs).
  await expect(page).toHaveURL(/changes\?since=2023-08-14$/u);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("from 14 August 2023");
  await expect(page.locator("del, ins").first()).toBeVisible();
});

test("a printed city page has no navigation, has the addresses of its sources, and cuts nothing", async ({
  page,
}) => {
  await page.goto("/en/cities/cebu-city");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation", { includeHidden: true }).first()).toBeHidden();
  await expect(
    page.getByRole("button", { name: "Show", includeHidden: true }).first(),
  ).toBeHidden();
  const printed = await page
    .locator("#sources a")
    .first()
    .evaluate((link) => [getComputedStyle(link, "::after").content, link.getAttribute("href")]);
  expect(printed[0]).toContain(printed[1]);
  await page.setViewportSize({ width: 672, height: 900 });
  const cut = await page
    .locator("main section")
    .evaluateAll((parts) => parts.filter((part) => part.scrollWidth > part.clientWidth + 1).length);
  expect(cut).toBe(0);
});

test("a printed list says its filters and has no controls", async ({ page }) => {
  await page.goto("/en/projects?stage=completed&country=BN");
  await page.emulateMedia({ media: "print" });
  const filters = page.getByRole("form", { name: "Filters" });
  await expect(filters.getByLabel("Stage", { exact: true })).toBeVisible();
  await expect(filters.getByLabel("City", { exact: true })).toBeHidden();
  await expect(page.locator(":is(button, [type=checkbox], summary):visible")).toHaveCount(0);
});

test("with forced colours a drawing keeps its own colours on a framed background", async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  await page.goto("/en/countries/TH");
  const drawn = await page.locator("main svg").evaluateAll((drawings) =>
    drawings.map((drawing) => {
      const { backgroundColor, outlineColor, forcedColorAdjust } = getComputedStyle(drawing);
      return [forcedColorAdjust, backgroundColor, outlineColor].join(" ");
    }),
  );
  expect(new Set(drawn)).toEqual(new Set(["none rgb(255, 255, 255) rgb(255, 255, 255)"]));
});
