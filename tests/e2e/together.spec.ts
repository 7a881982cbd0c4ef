import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";
import { type Account, closeWindows, screenOf, signIn } from "@/tests/e2e/support/accounts";
import { ownCity } from "@/tests/e2e/support/cities";
import { draftOf, endSessionsOf } from "@/tests/e2e/support/database";
import { expect, test } from "@/tests/e2e/support/test";

test.afterEach(closeWindows);

const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).click();
const savedNote = (page: Page) => page.getByText(/Saved at/u);

/** Returns a project in which no other test works, with people of its city. */
async function ownProject() {
  const { projects, editor, lead } = await ownCity();
  return { path: `/office/projects/${projects[0].id}`, people: { editor, lead } };
}

async function open(context: BrowserContext, who: Account, path: string) {
  const page = await context.newPage();
  await signIn(page, who);
  await page.goto(path);
  // The form can be used once the script runs.
  await expect(page.getByLabel("Summary")).toBeEnabled();
  return page;
}

test("two people see each other, and each other’s text, without a reload or a button @phone", async ({
  browser,
}, info) => {
  const { path, people } = await ownProject();
  const editor = await open(await browser.newContext(screenOf(info)), people.editor, path);
  const lead = await open(await browser.newContext(screenOf(info)), people.lead, path);

  await lead.getByLabel("Summary").focus();
  await expect(editor.getByText(`Also here: ${people.lead.name} (Summary)`)).toBeVisible();
  await expect(editor.getByText(`${people.lead.name} is in this field`)).toBeVisible();

  // A space at the end stays in the field when the text is saved in a pause.
  await lead.getByLabel("Summary").fill("What the lead ");
  await expect(savedNote(lead)).toBeVisible();
  await lead.getByLabel("Summary").pressSequentially("says.");
  await expect(editor.getByLabel("Summary")).toHaveValue("What the lead says.");
  await expect(editor.getByText(`Changed by ${people.lead.name}`)).toBeVisible();
  await expect(lead.getByLabel("Summary")).toBeFocused();

  // A choice is saved at once, and the list of what is missing follows.
  await lead.getByLabel("Schedule", { exact: true }).selectOption("late");
  await expect(editor.getByLabel("Schedule", { exact: true })).toHaveValue("late");
  await expect(editor.getByRole("link", { name: /why|reason/iu })).toBeVisible();

  await lead.close();
  await expect(editor.getByText(/Also here/u)).toHaveCount(0);
});

test("a conflict shows the differing words and offers a choice", async ({ browser }, info) => {
  const { path, people } = await ownProject();
  const editor = await open(await browser.newContext(screenOf(info)), people.editor, path);
  const away = await browser.newContext(screenOf(info));
  const lead = await open(away, people.lead, path);

  // The change must differ from that of an earlier run.
  const time = randomUUID();
  await away.setOffline(true);
  await lead.getByLabel("Summary").fill(`Buses for the old town, says the lead: ${time}`);
  await lead.getByLabel("Note on the data").fill(`Only the lead wrote this: ${time}`);
  await expect(lead.getByText(/Not saved yet \(offline\)/u)).toBeVisible();
  await editor.getByLabel("Summary").fill(`Buses for the old town, says the editor: ${time}`);
  await expect(savedNote(editor)).toBeVisible();
  await away.setOffline(false);

  const choice = lead.getByRole("region", { name: "Summary" });
  await expect(choice).toContainText(`${people.editor.name} changed this too`);
  await expect(choice.locator("ins")).toHaveText(["editor", "lead"]);
  await choice.getByRole("button", { name: "Keep mine" }).click();

  // The field that only the lead changed was saved in the meantime. The choice is saved without another press, and the
  // editor gets it after leaving the field.
  await expect(choice).toHaveCount(0);
  await editor.getByLabel("Title", { exact: true }).focus();
  await expect(editor.getByLabel("Summary")).toHaveValue(
    `Buses for the old town, says the lead: ${time}`,
  );
  await expect(editor.getByLabel("Note on the data")).toHaveValue(
    `Only the lead wrote this: ${time}`,
  );
});

test("a conflict in a list shows the entries that both changed, and all others are kept", async ({
  browser,
}, info) => {
  const { path, people } = await ownProject();
  const editor = await open(await browser.newContext(screenOf(info)), people.editor, path);
  const add = async (page: Page, title: string) => {
    await page.getByRole("button", { name: "Add a challenge" }).click();
    await page.keyboard.insertText(title);
  };
  const challenges = (page: Page) =>
    page
      .locator("#field-challenges")
      .getByRole("textbox")
      .evaluateAll((boxes) => boxes.map((box) => (box as HTMLTextAreaElement).value));
  await add(editor, "Funds");
  await expect(savedNote(editor)).toBeVisible();
  const away = await browser.newContext(screenOf(info));
  const lead = await open(away, people.lead, path);
  const places = (await challenges(lead)).length;

  await away.setOffline(true);
  const last = (page: Page) =>
    page
      .locator("#field-challenges")
      .getByRole("textbox")
      .nth(places - 1);
  await last(lead).fill("Funds of the province");
  await add(lead, "Rain");
  await last(editor).fill("Funds of the state");
  await add(editor, "Heat");
  await expect.poll(() => draftOf(path)).toContain("Heat");
  await away.setOffline(false);

  const choice = lead.getByRole("region", { name: "Challenges" });
  await expect(choice).toContainText("Funds of the state");
  await expect(choice).toContainText("Funds of the province");
  await expect(choice).not.toContainText("Rain");
  await choice.getByRole("button", { name: "Use theirs" }).click();
  await editor.getByLabel("Title", { exact: true }).focus();
  await expect
    .poll(async () => (await challenges(editor)).slice(places - 1).toSorted())
    .toEqual(["Funds of the state", "Heat", "Rain"]);
});

test("without a connection nothing is shown as saved; with one everything is saved automatically", async ({
  page,
  context,
}) => {
  const { path, people } = await ownProject();
  await signIn(page, people.editor);
  await page.goto(path);
  await context.setOffline(true);
  await page.getByLabel("Note on the data").fill("ទឹក");
  await expect(page.getByText(/Not saved yet \(offline\)/u)).toBeVisible();
  await expect(savedNote(page)).toHaveCount(0);
  await context.setOffline(false);
  await expect(savedNote(page)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Note on the data")).toHaveValue("ទឹក");
});

test("text that was unsaved when a window closed is restored in the next window", async ({
  context,
}) => {
  const { path, people } = await ownProject();
  const text = `Typed in the first window, ${randomUUID()}`;
  const first = await open(context, people.editor, path);
  const second = await context.newPage();
  await second.goto(path);

  // One of two windows loses its connection.
  await first.evaluate(() => {
    // The script replaces `fetch`, because a route does not see what a page sends while it closes.
    window.fetch = () => Promise.reject(new TypeError("The line is broken"));
  });
  await first.getByLabel("Summary").fill(text);
  await expect(first.getByText(/Not saved yet \(offline\)/u)).toBeVisible();
  await second.getByLabel("Note on the data").fill(`Typed in the second, ${text}`);
  await expect(savedNote(second)).toBeVisible();
  await expect(first.getByLabel("Summary")).toHaveValue(text);
  await first.close();
  await second.close();

  const third = await context.newPage();
  await third.goto(path);
  await expect(third.getByText(/were not saved yet/u)).toBeVisible();
  await expect(third.getByLabel("Summary")).toHaveValue(text);
  await third.getByRole("button", { name: "Save these changes" }).click();
  await expect(savedNote(third)).toBeVisible();
  await third.reload();
  await expect(third.getByLabel("Summary")).toHaveValue(text);
  await expect(third.getByText(/were not saved yet/u)).toHaveCount(0);
});

test("an error is shown at its field, and the other fields are saved", async ({ page }) => {
  const { path, people } = await ownProject();
  await signIn(page, people.lead);
  await page.goto(path);

  await page.getByLabel("Note on the data").fill("x".repeat(5_000));
  await page.getByLabel("Summary").fill("Kept beside it.");
  await expect(page.getByText(/At most [\d,]+ characters\. Shorten it/u)).toBeVisible();
  await expect(savedNote(page)).toBeVisible();
  await expect(page.getByText(/1 field is not saved: correct the marked/u)).toBeVisible();

  await page.getByLabel("Note on the data").fill("Short.");
  await expect(page.getByText(/correct the marked/u)).toHaveCount(0);
  await save(page);
  await expect(savedNote(page)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Summary")).toHaveValue("Kept beside it.");
  await expect(page.getByLabel("Note on the data")).toHaveValue("Short.");
});

test("dates that are right only together are saved together, beside a field that is wrong", async ({
  page,
}) => {
  const { path, people } = await ownProject();
  await signIn(page, people.lead);
  await page.goto(path);
  const [start, end] = [page.getByLabel("Start", { exact: true }), page.getByLabel("Planned end")];
  await start.fill("2023");
  await end.fill("2024");
  await save(page);
  await expect(savedNote(page)).toBeVisible();
  await page.reload();

  // The start is saved once the field is left. By itself it lies after the end that was saved before.
  await page.getByLabel("Note on the data").fill("x".repeat(5_000));
  await start.fill("2027");
  await end.fill("2028");
  await end.blur();
  await expect(page.getByText(/1 field is not saved: correct the marked/u)).toBeVisible();
  await expect(page.getByText(/At most [\d,]+ characters\. Shorten it/u)).toBeVisible();
  await page.getByLabel("Note on the data").fill("Right with it.");
  await save(page);
  await expect(page.getByText(/correct the marked/u)).toHaveCount(0);
  await expect(savedNote(page)).toBeVisible();

  // The new start corrects an end that was too early, without another change of the end.
  await end.fill("2025");
  await end.blur();
  await expect(page.getByText("This is before the start.")).toBeVisible();
  await start.fill("2024");
  await start.blur();
  await expect(page.getByText("This is before the start.")).toHaveCount(0);
  await expect(savedNote(page)).toBeVisible();
  await page.reload();
  await expect(start).toHaveValue("2024");
  await expect(end).toHaveValue("2025");
  await expect(page.getByText(/were not saved yet/u)).toHaveCount(0);
});

test("what was typed survives a refused save, an ended session and a reload", async ({ page }) => {
  const {
    path,
    people: { editor },
  } = await ownProject();
  await signIn(page, editor);
  await page.goto(path);

  await page.getByLabel("Planned end").fill("next year");
  await save(page);
  await expect(page.getByText(/Write a year, a month or a day/u).first()).toBeVisible();
  await expect(page.getByLabel("Planned end")).toBeFocused();

  await endSessionsOf(editor.email);
  await page.getByLabel("Planned end").fill("2027-06");
  await page.getByRole("link", { name: /sign in/iu }).click();
  await page.getByLabel("Email").fill(editor.email);
  await page.getByLabel("Password", { exact: true }).fill(editor.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(path);
  await expect(page.getByLabel("Planned end")).toHaveValue("2027-06");

  await page.reload();
  await expect(page.getByLabel("Planned end")).toHaveValue("2027-06");
  await save(page);
  await expect(savedNote(page)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Planned end")).toHaveValue("2027-06");
});
