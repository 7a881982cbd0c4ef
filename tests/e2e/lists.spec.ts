import { expect, test } from "@playwright/test";

// The public lists, as plain forms: whoever has no script filters, sorts and searches all the same.
test.use({ javaScriptEnabled: false });

test("a journalist narrows, searches and turns the list of projects around @desktop", async ({
  page,
}) => {
  await page.goto("/en/projects?asOf=2025-09-30");
  await page.getByText("More filters").click();
  await page.getByLabel("Support needed").selectOption("Finance");
  await page.getByLabel("Country").selectOption("Cambodia");
  await page.getByRole("button", { name: "Show" }).first().click();
  await expect(page).toHaveURL(/country=KH.*support=finance.*asOf=2025-09-30/u);
  const narrowed = await page.getByRole("status").textContent();
  expect(narrowed).toMatch(/^\d+ projects$/u);
  await expect(page.getByLabel("Support needed")).toBeVisible();

  await page.getByRole("link", { name: "Clear all filters" }).click();
  const search = page.getByLabel("Search titles, cities, partners and subjects");
  await search.fill("Hà Nội");
  await search.press("Enter");
  await expect(page.getByRole("status")).toHaveText("2 projects");
  await search.fill("Digtal Paymnt Hub");
  await search.press("Enter");
  await expect(page.getByRole("status")).toContainText("No project has the words");
  await expect(page.getByRole("link", { name: "Digital Payment Hub" })).toBeVisible();

  await page.goto("/en/projects?asOf=2025-09-30");
  await page.getByRole("columnheader", { name: "City" }).getByRole("link").click();
  await page.getByRole("columnheader", { name: "City" }).getByRole("link").click();
  await expect(page.getByRole("columnheader", { name: "City" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await expect(page.getByRole("row").nth(1)).toContainText("Yangon");
});
