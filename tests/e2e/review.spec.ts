import type { Page, TestInfo } from "@playwright/test";
import {
  type Account,
  account,
  closeWindows,
  screenOf,
  signIn,
} from "@/tests/e2e/support/accounts";
import { ownCity } from "@/tests/e2e/support/cities";
import { withTestDatabase } from "@/tests/e2e/support/database";
import { expect, test } from "@/tests/e2e/support/test";

test.afterEach(closeWindows);

/** Opens a window for a person. */
async function as(
  info: TestInfo,
  browser: Parameters<typeof closeWindows>[0]["browser"],
  who: Account,
) {
  const page = await (await browser.newContext(screenOf(info))).newPage();
  await signIn(page, who);
  return page;
}

/** Returns the title of a project in its first edition, which may differ from its present title. */
function firstTitleOf(projectId: string): Promise<string> {
  return withTestDatabase(async (client) => {
    const { rows } = await client.query(
      `select content -> 'fields' ->> 'title' as title from "Edition" where "recordId" = $1 and number = 1`,
      [projectId],
    );
    return rows[0].title;
  });
}

/** Changes a project's note on data as the lead of its city, and submits it. */
async function submit(lead: Page, projectId: string, note: string) {
  await lead.goto(`/office/projects/${projectId}`);
  await lead.getByLabel("Note on the data").fill(note);
  await lead.getByRole("button", { name: "Save", exact: true }).click();
  await expect(lead.getByText(/Saved at/u)).toBeVisible();
  await lead.getByRole("button", { name: "Submit for review" }).click();
  await expect(lead.getByRole("button", { name: "Withdraw" })).toBeVisible();
}

test("a representative holds, releases and clears several submissions, and the reviewer schedules one", async ({
  browser,
}, info) => {
  // The city is in the country whose representative clears submissions.
  const { city, projects: all, ...people } = await ownCity({ projects: 2, country: "KH" });
  const projects = all.slice(0, 2);
  const [first, second] = projects;
  if (!first || !second) throw new Error(`${city} has two projects`);
  const lead = await as(info, browser, people.lead);
  for (const project of projects) await submit(lead, project.id, "Counted anew for the review.");

  const reviewer = await as(info, browser, account("reviewer"));
  await reviewer.goto(`/office/submissions?part=clearance&city=${city}`);
  await reviewer.getByRole("link", { name: first.title }).click();
  const approve = reviewer.getByRole("button", { name: "Approve and publish" });
  await expect(approve).toHaveAttribute("aria-disabled", "true");
  await expect(approve).toHaveAccessibleDescription(/has not cleared this yet/u);

  const representative = await as(info, browser, account("representative", "KH"));
  await representative.goto("/office/board");
  await representative.getByRole("link", { name: first.title }).click();
  await representative.getByLabel("Reason for the hold").fill("Being agreed with the ministry.");
  await representative.getByRole("button", { name: "Put on hold" }).click();
  const clear = representative.getByRole("button", { name: "Clear", exact: true });
  await expect(clear).toHaveAccessibleDescription(/Release it first/u);
  await representative.getByRole("button", { name: "Release from hold" }).click();
  await expect(representative.getByLabel("Reason for the hold")).toBeVisible();

  await representative.goto("/office/board");
  for (const project of projects) {
    await representative.getByRole("checkbox", { name: project.title }).check();
  }
  await representative.getByRole("button", { name: "Clear 2" }).click();
  await expect(representative.getByText("Done: 2. Not done: 0.")).toBeVisible();
  await expect(representative.getByText("There are no submissions to clear.")).toBeVisible();

  await reviewer.goto(`/office/submissions?part=decision&city=${city}&sort=age`);
  await reviewer.getByRole("link", { name: first.title }).click();
  await reviewer.getByRole("button", { name: "Assign to me" }).click();
  await expect(reviewer.getByText(/Assigned to /u)).toBeVisible();
  await reviewer.getByLabel("Publish at").fill("2035-11-25T09:00");
  await reviewer.getByRole("button", { name: "Schedule publication" }).click();
  await expect(
    reviewer.getByText(/to be published on 25 November 2035, 09:00 \(Jakarta/u),
  ).toBeVisible();
  await expect(approve).toHaveAccessibleDescription(/Cancel the scheduled publication first/u);
  await reviewer.getByRole("button", { name: "Cancel scheduled publication" }).click();
  await expect(approve).toBeEnabled();

  await reviewer.keyboard.press("Alt+KeyJ");
  await expect(reviewer.getByRole("heading", { level: 1, name: second.title })).toBeVisible();
  await reviewer.goto(`/office/submissions?part=decision&city=${city}`);
  await reviewer.getByRole("checkbox", { name: "Select all on this page" }).check();
  await reviewer.getByRole("button", { name: "Approve and publish 2" }).click();
  await expect(reviewer.getByText("Done: 2. Not done: 0.")).toBeVisible();
});

test("a withheld record shows its notice to readers and programs until the withholding ends", async ({
  browser,
}, info) => {
  const { city, projects } = await ownCity();
  const [project] = projects;
  const address = `/en/cities/${city}/projects/${project.slug}`;
  const visitor = await (await browser.newContext(screenOf(info))).newPage();
  const firstTitle = await firstTitleOf(project.id);
  const kept = [`${address}/editions/1`, `${address}/changes?since=2024-01-01`];
  for (const page of [...kept, address]) {
    await visitor.goto(page);
    const title = page.endsWith("/editions/1") ? firstTitle : project.title;
    await expect(visitor.getByRole("heading", { level: 1 })).toContainText(title);
  }

  const reviewer = await as(info, browser, account("reviewer"));
  await reviewer.goto(`/office/published/${project.id}`);
  await reviewer.getByLabel("Reason for withholding").fill("The city asked us to.");
  await reviewer.getByLabel("Notice to the public").fill("Being looked into.");
  await reviewer.getByRole("button", { name: "Withhold from the public" }).click();
  await expect(reviewer.getByText("Withheld from the public", { exact: true })).toBeVisible();

  for (const page of [address, `${address}?asOf=2024-01-01`, ...kept]) {
    await visitor.goto(page);
    await expect(visitor.getByText("Being looked into.")).toBeVisible();
    expect(await visitor.content()).not.toContain("The city asked us to.");
    await expect(visitor.getByText(project.title)).toHaveCount(0);
  }
  for (const page of [`/en/cities/${city}`, `/en/cities/${city}/changes?since=2018-07-08`]) {
    await visitor.goto(page);
    await expect(visitor.getByText(project.title)).toHaveCount(0);
  }
  const citation = await visitor.request.get(`${address}/editions/1/citation.bib`);
  expect(citation.status()).toBe(404);
  const answer = await visitor.request.get(`/api/v1/projects/${project.id}`);
  expect(answer.status()).toBe(403);
  expect(await answer.json()).toMatchObject({ detail: "Being looked into." });

  await reviewer.getByRole("button", { name: "Show it to the public again" }).click();
  await expect(reviewer.getByLabel("Reason for withholding")).toBeVisible();
  await visitor.goto(address);
  await expect(visitor.getByRole("heading", { level: 1, name: project.title })).toBeVisible();
});
