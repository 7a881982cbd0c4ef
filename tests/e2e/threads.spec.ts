import type { Browser, TestInfo } from "@playwright/test";
import {
  type Account,
  account,
  closeWindows,
  screenOf,
  signIn,
} from "@/tests/e2e/support/accounts";
import { violationsOf } from "@/tests/e2e/support/axe";
import { ownCity } from "@/tests/e2e/support/cities";
import { expect, test } from "@/tests/e2e/support/test";

test.afterEach(closeWindows);

async function as(browser: Browser, info: TestInfo, who: Account) {
  const page = await (await browser.newContext(screenOf(info))).newPage();
  await signIn(page, who);
  return page;
}

test("a question on a field is answered with the value that was suggested, and stays until it is resolved", async ({
  browser,
}, info) => {
  const { city, projects, ...people } = await ownCity();
  const [project] = projects;
  const lead = await as(browser, info, people.lead);
  await lead.goto(`/office/projects/${project.id}`);
  await expect(lead.getByLabel("Summary")).toBeEnabled();
  await lead.getByLabel("Summary").fill("250 cameras for the old town.");
  await expect(lead.getByText(/Saved at/u)).toBeVisible();
  await lead.getByRole("button", { name: "Submit for review" }).click();
  await expect(lead.getByRole("button", { name: "Withdraw" })).toBeVisible();

  const reviewer = await as(browser, info, account("reviewer"));
  await reviewer.goto(`/office/submissions?city=${city}`);
  await reviewer.getByRole("link", { name: project.title }).first().click();
  await expect(
    reviewer.getByText(/contains figures that are in no indicator .*: 250/u),
  ).toBeVisible();
  const field = reviewer.locator("#field-summary");
  await expect(field.getByText("Last changed by Lead of")).toBeVisible();
  await field.getByText("Ask about this").click();
  await field.getByLabel("What should the city clarify here?").fill("New ones?");
  await field.getByLabel("Suggest another value").check();
  await field.getByRole("textbox", { name: "Value" }).fill("250 new cameras for the old town.");
  await field.getByRole("button", { name: "Send" }).click();
  await expect(field.getByText("? Open question")).toBeVisible();
  await reviewer.getByLabel("Note", { exact: true }).fill("A note for ourselves");
  await reviewer.getByRole("button", { name: "Add note" }).click();
  await expect(reviewer.getByText("A note for ourselves").last()).toBeVisible();
  expect(await violationsOf(reviewer)).toEqual([]);
  await reviewer.getByLabel("What should the city clarify?").fill("See the summary.");
  await reviewer.getByRole("button", { name: "Request clarification" }).click();
  await expect(reviewer.getByText("Clarification requested").first()).toBeVisible();

  await lead.goto(reviewer.url());
  await expect(lead.getByText("A note for ourselves")).toHaveCount(0);
  await lead.getByRole("button", { name: "Accept" }).click();
  await expect(lead.getByText(/Accepted into the draft by/u)).toBeVisible();
  await lead.goto(`/office/projects/${project.id}`);
  await expect(lead.getByLabel("Summary")).toHaveValue("250 new cameras for the old town.");
  await lead.getByRole("button", { name: "Submit for review" }).click();
  await expect(lead.getByRole("button", { name: "Withdraw" })).toBeVisible();

  await reviewer.goto(`/office/submissions?city=${city}`);
  await reviewer.getByRole("link", { name: project.title }).first().click();
  await reviewer.getByRole("link", { name: "what it was when you last asked" }).click();
  await expect(field.locator("ins").first()).toHaveText("new");
  await field.getByRole("button", { name: "Resolved" }).click();
  await expect(field.getByText(/Resolved by/u)).toBeVisible();
});
