import { gzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import { account, signIn } from "@/tests/e2e/support/accounts";
import { expect, test } from "@/tests/e2e/support/test";

// Follows a report from its creation to its correction, and tests what a visitor reads of it.

test("pages of reports are small: page and style within 30 kB on the way", async ({ request }) => {
  for (const address of [
    "/en/reports",
    "/en/reports/2022",
    "/en/reports/2025",
    "/en/reports/2025/cities/phuket",
  ]) {
    const html = await (await request.get(address)).text();
    const [, style = ""] = /href="([^"]+\.css)"/.exec(html) ?? [];
    const css = await (await request.get(style)).text();
    expect(css.length).toBeGreaterThan(1_000);
    const bytes = gzipSync(html).length + gzipSync(css).length;
    expect(bytes, address).toBeLessThanOrEqual(30 * 1024);
  }
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a visitor reads a report, its differences to the printed one, and the source of a number", async ({
    page,
  }) => {
    await page.goto("/en");
    await page.getByRole("link", { name: "Reports", exact: true }).click();
    await page.getByRole("link", { name: "Report 2022", exact: true }).click();
    await expect(page.getByText("77 projects of 26 cities")).toBeVisible();
    const byCountry = page.getByRole("region", { name: "By country" });
    await expect(byCountry).toContainText("Ongoing");
    const printed = page.getByRole("region", { name: "Compared with the ASEAN report" });
    await expect(printed.getByRole("row", { name: /^Completed, share/ })).toContainText("2.94 %");
    await expect(printed.getByRole("row", { name: /^Completed, share/ })).toContainText("2.6 %");
    await byCountry
      .getByRole("row", { name: /^Malaysia/ })
      .getByRole("link")
      .nth(1)
      .click();
    await expect(page).toHaveURL(/\/en\/projects\?country=MY&asOf=2022-09-21$/);

    await page.goto("/en/reports/2025");
    const joined = page.getByRole("region", { name: "By year of joining the network" });
    const count = await joined
      .getByRole("row", { name: /^2024/ })
      .getByRole("link")
      .first()
      .textContent();
    await joined.getByRole("row", { name: /^2024/ }).getByRole("link").first().click();
    await expect(page.getByText(`${count} projects`, { exact: true })).toBeVisible();
  });
});

test("a report's charts are pictures with a name and a sentence", async ({ page }) => {
  for (const [address, charts] of [
    ["/en/reports", ["Projects by stage in each report"]],
    [
      "/en/reports/2025",
      [
        "Projects by stage in each report",
        "Projects by focus area and stage",
        "Projects by country and stage",
      ],
    ],
    ["/en/reports/2025/cities/phuket", ["Projects by stage"]],
  ] as const) {
    await page.goto(address);
    for (const name of charts) {
      const chart = page.getByRole("img", { name, exact: true });
      await expect(chart).toBeVisible();
      await expect(chart).toHaveAccessibleDescription(/\d/);
    }
  }
});

// The file does not depend on the screen.
test("a report is a PDF whose links lead to this site", async ({ request }) => {
  const answer = await request.get("/api/v1/reports/2025/1.pdf", { timeout: 120_000 });
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  const pdf = await answer.body();
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  expect(pdf.length).toBeGreaterThan(50_000);
  const again = await request.get("/api/v1/reports/2025/1.pdf");
  expect((await again.body()).equals(pdf)).toBe(true);
});

test("the address of a missing file answers 404 with a text", async ({ request }) => {
  for (const file of ["1.doc", "9.json", "1", "x.json", "1.json.gz"]) {
    const answer = await request.get(`/api/v1/reports/2025/${file}`);
    expect([file, answer.status()]).toEqual([file, 404]);
    expect(answer.headers()["content-type"]).toBe("application/problem+json");
  }
});

test("an administrator creates a report, extends a deadline, publishes it and corrects it", async ({
  page,
}) => {
  const name = "A report of the spring";
  await signIn(page, account("administrator"));
  await page.goto("/office");
  await page.getByRole("link", { name: "Reports", exact: true }).click();
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Opens on").fill("2021-01-01");
  await page.getByLabel("Due on").fill("2021-05-01");
  await page.getByLabel("Date of the report").fill("2021-04-30");
  await page.getByRole("button", { name: "Create a report" }).click();
  await expect(page.getByText("later submissions would not be counted")).toBeVisible();
  await page.getByLabel("Due on").fill("2021-03-01");
  await page.getByRole("button", { name: "Create a report" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByText("of 38 cities are done")).toBeVisible();

  await page.getByLabel("City", { exact: true }).selectOption("Phuket");
  await page.getByLabel("Until the end of").fill("2021-03-20");
  await page.getByLabel("Reason").fill("The flood");
  await page.getByRole("button", { name: "Extend the deadline" }).click();
  await expect(page.getByText("The deadline of the city was extended.")).toBeVisible();

  await page.getByRole("link", { name: /^Phuket: \d+ of \d+ records missing$/ }).click();
  await expect(page.getByRole("heading", { name: "Missing records of Phuket" })).toBeVisible();

  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  const overflow = () => document.documentElement.scrollWidth - window.innerWidth;
  expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);

  await page.getByRole("button", { name: "Publish the report", exact: true }).click();
  await expect(page.getByText("Version 1 is published.")).toBeVisible();
  await page.getByRole("link", { name: "Read the public page" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByText("53 projects of 26 cities")).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Changes/ })).toBeVisible();
  await page.goto("/en/reports");
  await expect(page.getByRole("link", { name })).toBeVisible();
  await page.goto("/office/reports");
  await page.getByRole("link", { name }).click();

  // The list of what was missing at the freeze can still be read.
  await expect(page.getByText("It does not change.")).toBeVisible();
  await page.getByRole("link", { name: /^Phuket: \d+ of \d+ records missing$/ }).click();
  await expect(page.getByRole("heading", { name: "Missing records of Phuket" })).toBeVisible();
  await expect(page.getByText(/extended the deadline of Phuket/)).toBeVisible();

  await page.getByLabel("What is corrected").fill("Nothing at all");
  await page.getByRole("button", { name: "Publish a corrected version" }).click();
  await expect(page.getByText("there is nothing to correct")).toBeVisible();
});
