import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page, TestInfo } from "@playwright/test";
import { type Account, closeWindows, screenOf, signIn } from "@/tests/e2e/support/accounts";
import { ownCity } from "@/tests/e2e/support/cities";
import { expect, test } from "@/tests/e2e/support/test";

test.afterEach(closeWindows);

/** Opens a browser of its own for a person. */
async function as(browser: Browser, info: TestInfo, who: Account) {
  const page = await (await browser.newContext(screenOf(info))).newPage();
  await signIn(page, who);
  return page;
}

/** Saves a field as the editor of the page does, once for each value. */
async function typeInto(page: Page, path: string, field: string, values: string[]) {
  const recordId = path.split("/").at(-1);
  for (const [nth, value] of values.slice(1).entries()) {
    const answer = await page.request.post(`/api/office/records/${recordId}/changes`, {
      headers: { origin: new URL(page.url()).origin },
      data: {
        key: randomUUID(),
        version: null,
        changes: [{ field, seen: values[nth], value }],
      },
    });
    expect(await answer.json()).toMatchObject({ ok: true, value: { savedFields: [field] } });
  }
}

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
}

test("an editor sees an edit session with its changed words, restores a field, and restores an edition", async ({
  browser,
}, info) => {
  const { projects, editor } = await ownCity();
  const path = `/office/projects/${projects[0].id}`;
  const page = await as(browser, info, editor);
  await page.goto(path);
  const note = page.getByLabel("Note on the data");
  const first = await note.inputValue();
  await typeInto(page, path, "dataNote", [
    first,
    "Counted by the port",
    "Counted by the port office",
    "Counted by the harbour office",
  ]);

  await page.goto(path);
  await page.getByRole("link", { name: /All changes/u }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("History of");
  const session = page.getByRole("region", { name: `${editor.name} changed` }).first();
  await expect(session.getByText("3 saves")).toBeVisible();
  await expect(session.locator("ins").filter({ hasText: "harbour" }).first()).toBeVisible();
  await expectAccessible(page);

  await session.getByRole("link", { name: /Show each save/u }).click();
  await expect(page.locator("del").filter({ hasText: "port" }).first()).toBeVisible();
  await expect(page.locator("ins").filter({ hasText: /^harbour\s*$/u })).toBeVisible();

  // Restores the value before the last of the three saves, with the keyboard alone.
  await page
    .getByRole("link", { name: /Restore the value before this change/u })
    .first()
    .press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Restore Note on the data");
  await expect(page.locator("ins").filter({ hasText: "port" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Restore", exact: true }).press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "was restored" })).toBeVisible();
  await page.getByRole("link", { name: "Go to the draft" }).click();
  await expect(note).toHaveValue("Counted by the port office");

  await page.goto(`${path}/history`);
  await expect(
    page.getByText(`${editor.name} restored an earlier value of Note on the data`),
  ).toBeVisible();
  await page
    .getByRole("link", { name: /Restore edition/u })
    .first()
    .click();
  await expect(page.getByText(/fields? will change/u)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(page.getByText(/The draft now has the content of edition/u)).toBeVisible();
  await page.getByRole("link", { name: "Go to the draft" }).click();
  await expect(note).toHaveValue(first);
});

test("a mentioned colleague is led to the discussion until they have opened it", async ({
  browser,
}, info) => {
  const { projects, ...people } = await ownCity();
  const path = `/office/projects/${projects[0].id}`;
  const said = "Is this figure still so?";
  const { name } = people.editor;
  const editor = await as(browser, info, people.editor);
  // The page is open at its top in a small window, so that the discussion is not visible.
  const open = await editor.context().newPage();
  await open.setViewportSize({ width: 390, height: 600 });
  await open.goto(path);
  const lead = await as(browser, info, people.lead);
  await lead.goto(`${path}#discussion`);
  await expect(lead.getByText(`Also here: ${name}`)).toBeVisible();
  await lead.getByLabel("Your comment").fill(said);
  await lead.getByLabel(name).check();
  await lead.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(lead.getByText("Your comment was added.")).toBeVisible();
  await expect(lead.getByRole("listitem").filter({ hasText: said })).toContainText(`For ${name}`);
  await expectAccessible(lead);

  await expect(open.getByText(said)).toBeVisible();
  await expect(open.getByText(said)).not.toBeInViewport();
  await editor.goto("/office/inbox");
  const link = editor.locator(`a[href^="${path}"]`);
  const listed = editor.getByRole("main").getByRole("listitem").filter({ has: link });
  await expect(listed).toContainText("New");
  await expectAccessible(editor);
  await listed.getByRole("link").click();
  await expect(editor.getByText(said)).toBeVisible();
  // Reading is recorded while the link is followed, so the test retries instead of waiting.
  await expect(async () => {
    await editor.goto("/office/inbox");
    await expect(listed).toBeVisible();
    await expect(listed).not.toContainText("New", { timeout: 1_000 });
  }).toPass();
});
