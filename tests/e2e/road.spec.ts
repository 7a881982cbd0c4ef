import type { Page } from "@playwright/test";
import {
  type Account,
  account,
  closeWindows,
  screenOf,
  signIn,
} from "@/tests/e2e/support/accounts";
import { ownCity } from "@/tests/e2e/support/cities";
import { expect, test } from "@/tests/e2e/support/test";

test.afterEach(closeWindows);

// Tests the walkthrough of the README: an editor changes, the lead submits, the reviewer publishes, anybody reads.
test("a change goes from a city’s editor to the public page @phone", async ({ browser }, info) => {
  const { city, projects, ...people } = await ownCity();
  const [project] = projects;
  const summary = "Typed by the editor, for everybody to read.";
  const address = `/en/cities/${city}/projects/${project.slug}`;
  const as = async (who: Account): Promise<Page> => {
    const page = await (await browser.newContext(screenOf(info))).newPage();
    await signIn(page, who);
    return page;
  };

  // From here on both pages are cached, so the publication must renew both.
  const reader = await (await browser.newContext(screenOf(info))).newPage();
  await reader.goto(`${address}/changes`);
  await reader.goto(`${address}/editions/1`);
  const before = await reader.getByRole("region", { name: "Editions" }).getByRole("row").count();

  const editor = await as(people.editor);
  await editor.goto(`/office/projects/${project.id}`);
  await editor.getByLabel("Summary").fill(summary);
  await editor.getByRole("button", { name: "Save", exact: true }).click();
  await expect(editor.getByText(/Saved at/u)).toBeVisible();
  await expect(editor.getByRole("button", { name: "Submit for review" })).toBeDisabled();

  const lead = await as(people.lead);
  await lead.goto(`/office/projects/${project.id}`);
  await expect(lead.getByLabel("Summary")).toHaveValue(summary);
  await lead.getByRole("button", { name: "Submit for review" }).click();
  await expect(lead.getByRole("button", { name: "Withdraw" })).toBeVisible();

  const reviewer = await as(account("reviewer"));
  await reviewer.goto(`/office/submissions?city=${city}`);
  await reviewer.getByRole("link", { name: project.title }).first().click();
  await expect(reviewer.locator("ins").filter({ hasText: "Typed" }).first()).toBeVisible();
  await reviewer.getByRole("button", { name: "Approve and publish" }).click();
  await expect(reviewer.getByText(/Published as edition/u).first()).toBeVisible();

  const visitor = await (await browser.newContext(screenOf(info))).newPage();
  const decided = Date.now();
  await visitor.goto(address);
  await expect(visitor.getByText(summary)).toBeVisible({ timeout: 2_000 - (Date.now() - decided) });
  const editions = reader.getByRole("region", { name: "Editions" }).getByRole("row");
  for (const path of [`${address}/editions/1`, `${address}/changes`]) {
    await reader.goto(path);
    await expect(editions).toHaveCount(before + 1);
  }
});

test("a question of the secretariat returns the submission to the city with a reason", async ({
  browser,
}, info) => {
  const { city, projects, ...people } = await ownCity();
  const [project] = projects;
  const as = async (who: Account): Promise<Page> => {
    const page = await (await browser.newContext(screenOf(info))).newPage();
    await signIn(page, who);
    return page;
  };
  const question = "Which year is this from?";

  const lead = await as(people.lead);
  await lead.goto(`/office/projects/${project.id}`);
  await lead.getByLabel("Summary").fill("Serves two million people.");
  await lead.getByRole("button", { name: "Save", exact: true }).click();
  await expect(lead.getByText(/Saved at/u)).toBeVisible();
  await lead.getByRole("button", { name: "Submit for review" }).click();
  await expect(lead.getByRole("button", { name: "Withdraw" })).toBeVisible();

  const reviewer = await as(account("reviewer"));
  await reviewer.goto(`/office/submissions?city=${city}`);
  await reviewer.getByRole("link", { name: project.title }).first().click();
  await reviewer.getByLabel("What should the city clarify?").fill(question);
  await reviewer.getByRole("button", { name: "Request clarification" }).click();
  await expect(reviewer.getByText(question).first()).toBeVisible();
  await expect(reviewer.getByRole("button", { name: "Approve and publish" })).toHaveCount(0);

  await lead.goto("/office");
  await lead.getByRole("link", { name: project.title }).first().click();
  await expect(lead.getByText(question).first()).toBeVisible();
  await expect(lead.getByRole("button", { name: "Submit for review" })).toBeEnabled();
});
