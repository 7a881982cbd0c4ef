import { violationsOf } from "@/tests/e2e/support/axe";
import { expect, test } from "@/tests/e2e/support/test";

// Tests the public lists as plain forms: without script a visitor can filter, sort and search too.
test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a journalist filters, searches and sorts the list of projects", async ({ page }) => {
    await page.goto("/en/projects?asOf=2025-09-30");
    await page.getByText("More filters").click();
    await page.getByLabel("Support needed").selectOption("Finance");
    await page.getByLabel("Country").selectOption("Cambodia");
    await page.getByRole("button", { name: "Show" }).first().click();
    await expect(page).toHaveURL(/country=KH.*support=finance.*asOf=2025-09-30/u);
    const filtered = await page.getByRole("status").textContent();
    expect(filtered).toMatch(/^\d+ projects$/u);
    const json = page.getByRole("main").getByRole("link", { name: "JSON" });
    const data = await page.request.get(String(await json.getAttribute("href")));
    expect(`${(await data.json()).items.length} projects`).toBe(filtered);
    await expect(page.getByLabel("Support needed")).toBeVisible();

    await page.getByRole("link", { name: "Clear all filters" }).click();
    const search = page.getByLabel("Search titles, cities, partners and subjects");
    await search.fill("Hà Nội");
    await search.press("Enter");
    await expect(page.getByRole("status")).toHaveText("2 projects");
    await search.fill("Digtal Paymnt Hub");
    await search.press("Enter");
    await expect(page.getByRole("status")).toContainText("No project contains the words");
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

  test("filters are kept on another day and in another language", async ({ page }) => {
    await page.goto("/en/projects?country=KH&q=bus&asOf=2025-09-30");
    await page.getByRole("link", { name: "25 September 2024" }).click();
    await expect(page).toHaveURL(/projects\?q=bus&country=KH&asOf=2024-09-25$/u);
    await page.getByLabel("Date", { exact: true }).fill("2023-08-14");
    await page
      .getByRole("form", { name: "Show this page as of a date" })
      .getByRole("button")
      .click();
    await expect(page).toHaveURL(/projects\?q=bus&country=KH&asOf=2023-08-14$/u);
    await page.getByText("Language: English").click();
    await page.getByRole("link", { name: "Tiếng Việt" }).click();
    await expect(page).toHaveURL(/\/vi\/projects\?q=bus&country=KH&asOf=2023-08-14$/u);
    await page.goto("/en/compare?city=phuket&city=dili");
    await page.getByText("Language: English").click();
    await page.getByRole("link", { name: "Tiếng Việt" }).click();
    await expect(page.getByRole("columnheader", { name: "Phuket" }).first()).toBeVisible();
  });

  test("a reader compares cities, and projects selected in the list", async ({ page }) => {
    await page.goto("/en/compare");
    await page.getByLabel("City 1").selectOption("Phuket");
    await page.getByLabel("City 2").selectOption("Dili");
    await page.getByRole("button", { name: "Show" }).first().click();
    await expect(page).toHaveURL(/city=phuket&city=dili/u);
    const cities = page.getByRole("region", { name: "Cities side by side" }).first();
    await expect(cities.getByRole("row", { name: /^Listed projects/u })).toContainText("0");
    await expect(page.getByText("Dili: no listed project on this date")).toBeVisible();
    await expect(page.getByText(/^Phuket: of \d+ projects/u)).toBeVisible();

    await page.goto("/en/projects?city=phuket&asOf=2025-09-30");
    const boxes = page.getByRole("checkbox", { name: /^Select to compare/u });
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await page.getByRole("button", { name: "Compare selected" }).click();
    await expect(page).toHaveURL(/\/compare\?project=.*project=.*asOf=2025-09-30/u);
    const projects = page.getByRole("region", { name: "Projects side by side" }).first();
    await expect(projects.getByRole("row", { name: /^City Phuket Phuket/u })).toBeVisible();
  });

  test("the pages of a city and a project link to a comparison as of the same day", async ({
    page,
  }) => {
    await page.goto("/en/cities/phuket?asOf=2025-09-30");
    await page.getByRole("link", { name: "Compare with other cities" }).click();
    await expect(page).toHaveURL(/\/en\/compare\?city=phuket&asOf=2025-09-30$/u);
    await expect(page.getByLabel("City 1")).toHaveValue("phuket");
    await expect(page.getByText("Select at least one more.")).toBeVisible();

    await page.goto("/en/cities/phuket/projects/smart-pier?asOf=2025-09-30");
    await page.getByRole("link", { name: "Compare with other projects" }).click();
    await expect(page.getByRole("checkbox", { name: "Smart Pier" })).toBeChecked();
    const elsewhere = page.getByRole("group", { name: /^Projects of other cities/u });
    await elsewhere.getByRole("checkbox").first().check();
    const ofCity = page.getByRole("group", { name: "Other projects of Phuket" });
    await ofCity.getByRole("checkbox", { name: "Smart Mobility" }).check();
    await page.getByRole("button", { name: "Compare selected" }).click();
    const projects = page.getByRole("region", { name: "Projects side by side" }).first();
    await expect(projects.getByRole("columnheader")).toHaveCount(4);
    await expect(page).toHaveURL(/asOf=2025-09-30$/u);
  });

  test("a financier finds the support needed, and where a partner works", async ({ page }) => {
    await page.goto("/en/support-needed?asOf=2025-09-30");
    const finance = page.getByRole("region", { name: "By kind of support" }).getByText("Finance");
    const [, count] = /(\d+)$/u.exec((await finance.textContent()) ?? "") ?? [];
    await finance.click();
    await expect(page).toHaveURL(/kind=finance&asOf=2025-09-30/u);
    await expect(page.getByRole("main").getByRole("heading", { level: 2 })).toHaveCount(
      Number(count),
    );

    await page.getByRole("navigation", { name: "Other lists" }).getByText("Partners").click();
    await page
      .getByRole("link", { name: "Japan International Cooperation Agency (JICA)", exact: true })
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Japan International Cooperation Agency (JICA)",
    );
    await expect(page.getByText(/listed projects name this partner/u)).toBeVisible();

    await page.goto("/en/cities/phuket?asOf=2025-09-30");
    const depa = "Digital Economy Promotion Agency (depa)";
    const partners = page.locator("#partners");
    await partners.getByRole("link", { name: depa, exact: true }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(depa);
    await expect(page.getByRole("main")).toContainText("Healthcare Platform");
  });
});

test("with script the list updates in place, and going back restores it", async ({ page }) => {
  await page.goto("/en/projects?asOf=2025-09-30");
  await page.evaluate(() => document.body.setAttribute("data-stayed", ""));
  const stayed = page.locator("body[data-stayed]");
  await page.getByLabel("Country").selectOption("Cambodia");
  await expect(page.getByRole("status")).not.toContainText("134");
  await expect(page).toHaveURL(/\?country=KH&asOf=2025-09-30$/u);
  await page.getByText("Language: English").click();
  const khmer = page.getByRole("link", { name: "ខ្មែរ" });
  await expect(khmer).toHaveAttribute("href", "/km/projects?country=KH&asOf=2025-09-30");
  await page.getByRole("columnheader", { name: "City" }).getByRole("link").click();
  await expect(page.getByRole("columnheader", { name: "City" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  await expect(page.getByLabel("Order")).toHaveValue("city");
  await expect(page.getByRole("status")).toBeFocused();
  await expect(stayed).toHaveCount(1);

  await page.evaluate(() => history.go(-2));
  await expect(page.getByRole("status")).toContainText("134 projects");
  await expect(page.getByLabel("Country")).toHaveValue("");
  await expect(page).toHaveURL(/\/en\/projects\?asOf=2025-09-30$/u);
  await expect(stayed).toHaveCount(1);
});

test.describe("with script, a selection in the list", () => {
  test("stays on other pages and with other filters, up to four projects, and is compared", async ({
    page,
  }) => {
    await page.goto("/en/projects?asOf=2025-09-30&city=phuket");
    const boxes = page.getByRole("checkbox", { name: /^Select to compare/u });
    await boxes.nth(0).check();
    const title = String(await page.locator("#list-results tbody a").first().textContent());
    await page.getByRole("combobox", { name: "City" }).selectOption("");
    const elsewhere = page.getByRole("group", { name: /^Selected on other pages/u });
    await expect(page.getByRole("status").first()).toContainText("134 projects");
    await page.getByRole("link", { name: "Next page" }).click();
    await expect(elsewhere.getByRole("checkbox", { name: title })).toBeChecked();

    const full = page.getByText("Four are selected, which is the maximum.");
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await expect(full).toBeHidden();
    await boxes.nth(2).check();
    await expect(full).toBeVisible();
    await expect(boxes.nth(3)).toBeDisabled();
    await elsewhere.getByRole("checkbox").uncheck();
    await expect(boxes.nth(3)).toBeEnabled();
    await boxes.nth(2).uncheck();
    await elsewhere.getByRole("checkbox").check();

    await page.getByRole("button", { name: "Compare selected" }).click();
    const compared = page.getByRole("region", { name: "Projects side by side" }).first();
    await expect(compared.getByRole("row", { name: /^City /u })).toContainText("Phuket");
    await expect(compared.getByRole("row").first().getByRole("columnheader")).toHaveCount(4);
  });

  test("of columns stays after the list changed, and on the next visit @phone-only", async ({
    page,
  }) => {
    await page.goto("/en/projects?asOf=2025-09-30");
    const head = (name: string) => page.getByRole("columnheader", { name });
    await expect(head("Planned end")).toBeHidden();
    await page.getByText("Columns", { exact: true }).click();
    await expect(page.getByRole("checkbox", { name: "Stage" })).toBeChecked();
    await page.getByRole("checkbox", { name: "Planned end" }).check();
    await page.getByRole("checkbox", { name: "Stage" }).uncheck();
    await expect(head("Planned end")).toBeVisible();
    await expect(head("Stage")).toBeHidden();

    await page.getByLabel("Country").selectOption("Cambodia");
    await expect(page.getByRole("status").first()).not.toContainText("134");
    await expect(head("Planned end")).toBeVisible();
    await expect(page.getByRole("checkbox", { name: "Planned end" })).toBeVisible();
    await page.goto("/en/projects?asOf=2025-09-30");
    await expect(head("Planned end")).toBeVisible();
    await expect(head("Stage")).toBeHidden();
  });
});

test("the form to select projects for comparison breaks no rule of axe", async ({ page }) => {
  await page.goto("/en/cities/phuket/projects/smart-pier");
  await page.getByRole("link", { name: "Compare with other projects" }).click();
  await expect(page.getByRole("checkbox", { name: "Smart Pier" })).toBeChecked();
  expect(await violationsOf(page)).toEqual([]);
});
