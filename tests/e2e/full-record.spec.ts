import type { Page } from "@playwright/test";
import { account, closeWindows, screenOf, signIn } from "@/tests/e2e/support/accounts";
import { idsOf, projectsOf } from "@/tests/e2e/support/database";
import { beginProject, listOf, submitAndOpen } from "@/tests/e2e/support/projects";
import { expect, test } from "@/tests/e2e/support/test";

test.afterEach(closeWindows);

// The editor types indicators, money, a relation and a place, the lead submits them, and the reviewer reads them.
test("an indicator, money, a related project and a place go from the editor to the reviewer", async ({
  browser,
}, info) => {
  const { planId } = await idsOf("phuket");
  const other = (await projectsOf("makassar"))[0];
  if (!other) throw new Error("Makassar has projects");
  const as = async (...who: [string, string?]): Promise<Page> => {
    const page = await (await browser.newContext(screenOf(info))).newPage();
    await signIn(page, account(...who));
    return page;
  };
  const name = "Lines in service";

  const editor = await as("editor", "phuket");
  const title = "A project of the full record";
  const address = await beginProject(editor, {
    planId,
    title,
    summary: "More lines for more people.",
  });
  const list = (label: string) => listOf(editor, label);

  await list("Indicators").getByRole("button", { name: "Add an indicator" }).click();
  const indicator = list("Indicators")
    .locator("ol > li")
    .filter({ hasText: "Add a measured value" })
    .last();
  await indicator.getByLabel("Indicator", { exact: true }).fill(name);
  await indicator.getByLabel("Unit").fill("lines");
  await indicator.getByLabel("Baseline", { exact: true }).fill("๔");
  for (const [on, value] of [
    ["2024", "7"],
    ["2025-06", "12 or 13"],
  ] as const) {
    await indicator.getByRole("button", { name: "Add a measured value" }).click();
    await indicator.getByLabel("Date", { exact: true }).last().fill(on);
    await indicator.getByLabel("Value", { exact: true }).last().fill(value);
  }
  // The error stands beside the wrong value, two lists deep.
  await save(editor);
  await expect(indicator.getByText(/Write one number in digits/u)).toBeVisible();
  await indicator.getByLabel("Value", { exact: true }).last().fill("12");

  await list("Budget").getByRole("button", { name: "Add a budget line" }).click();
  const line = list("Budget").locator("ol > li").last();
  await line.getByLabel("Amount").fill("1250000.50");
  await line.getByLabel("Currency").selectOption("THB");
  await line.getByLabel("Exchange rate (units per US dollar)").fill("35.5");
  await expect(line.getByText("USD 35,211.28")).toBeVisible();

  await list("Related projects").getByRole("button", { name: "Add a related project" }).click();
  const search = list("Related projects").getByRole("combobox", { name: "Project", exact: true });
  await search.fill(other.title.slice(0, 20));
  await expect(editor.getByRole("option", { name: other.title }).first()).toBeVisible();
  await search.press("Enter");
  await expect(list("Related projects").getByRole("link", { name: other.title })).toBeVisible();

  await list("Location").getByRole("button", { name: "Add a location" }).click();
  const latitude = list("Location").getByLabel("Latitude").last();
  await latitude.fill("7.8804, 98.3923");
  await latitude.press("Tab");
  await expect(list("Location").getByLabel("Longitude").last()).toHaveValue("98.3923");
  await save(editor);
  await expect(editor.getByText(/Saved at/u)).toBeVisible();

  await editor.reload();
  await expect(list("Related projects").getByRole("link", { name: other.title })).toBeVisible();

  const lead = await as("lead", "phuket");
  const reviewer = await as("reviewer");
  await submitAndOpen(lead, reviewer, { address, title });
  for (const text of [name, "June 2025: 12", "THB 1,250,000.50", "7.8804", "98.3923"]) {
    await expect(reviewer.getByText(text).first()).toBeVisible();
  }
  await expect(reviewer.getByRole("link", { name: other.title }).first()).toBeVisible();
});

/** Saves now, without waiting for the automatic save. */
async function save(page: Page) {
  await page.getByRole("button", { name: "Save", exact: true }).click();
}
