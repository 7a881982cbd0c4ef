import { expect, test } from "@playwright/test";
import { account, screenOf, signIn } from "@/tests/e2e/support/accounts";
import { endSessionsOf, projectsOf } from "@/tests/e2e/support/database";

test("two browsers on one project keep everything, and choose where both changed the same", async ({
  browser,
}, info) => {
  const project = (await projectsOf("phuket"))[info.project.name === "phone" ? 2 : 3];
  if (!project) throw new Error("Phuket has projects");
  const open = async (role: string) => {
    const page = await (await browser.newContext(screenOf(info))).newPage();
    await signIn(page, account(role, "phuket"));
    await page.goto(`/office/projects/${project.id}`);
    return page;
  };
  const editor = await open("editor");
  const lead = await open("lead");

  await editor.getByLabel("Summary").fill("The editor’s summary.");
  await editor.getByLabel("Note on the data").fill("The editor’s note.");
  await editor.getByRole("button", { name: "Save", exact: true }).click();
  await expect(editor.getByText(/Saved at/u)).toBeVisible();

  await lead.getByLabel("Summary").fill("The lead’s summary.");
  await lead.getByRole("textbox", { name: "Internal notes" }).fill("The lead’s own note.");
  await lead.getByRole("button", { name: "Save", exact: true }).click();

  // Both values, and whose the other one is; the field that only the lead changed is saved.
  const choice = lead.getByRole("region", { name: "Summary" });
  await expect(choice).toContainText("The editor’s summary.");
  await expect(choice).toContainText("The lead’s summary.");
  await expect(choice).toContainText("Editor of Phuket");
  await choice.getByRole("button", { name: /mine/iu }).click();
  await lead.getByRole("button", { name: "Save", exact: true }).click();
  await expect(lead.getByText(/Saved at/u)).toBeVisible();
  await expect(choice).toHaveCount(0);

  await editor.reload();
  await expect(editor.getByLabel("Summary")).toHaveValue("The lead’s summary.");
  await expect(editor.getByLabel("Note on the data")).toHaveValue("The editor’s note.");
  await expect(editor.getByRole("textbox", { name: "Internal notes" })).toHaveValue(
    "The lead’s own note.",
  );
});

test("what was typed survives a refused save, an ended session and a reload", async ({
  page,
}, info) => {
  const project = (await projectsOf("makassar"))[info.project.name === "phone" ? 2 : 3];
  if (!project) throw new Error("Makassar has projects");
  // A person of their own for each screen: ending all their sessions must end nobody else's.
  const editor = account(info.project.name === "phone" ? "editor" : "lead", "makassar");
  const save = () => page.getByRole("button", { name: "Save", exact: true }).click();
  await signIn(page, editor);
  await page.goto(`/office/projects/${project.id}`);

  await page.getByLabel("Note on the data").fill("Typed on the ferry.");
  await page.getByLabel("Planned end").fill("next year");
  await save();
  await expect(page.getByText(/Write a year, a month or a day/u).first()).toBeVisible();
  await expect(page.getByLabel("Planned end")).toBeFocused();
  await expect(page.getByLabel("Note on the data")).toHaveValue("Typed on the ferry.");

  await page.getByLabel("Planned end").fill("2027-06");
  await endSessionsOf(editor.email);
  await save();
  await page.getByRole("link", { name: /sign in/iu }).click();
  await page.getByLabel("Email").fill(editor.email);
  await page.getByLabel("Password").fill(editor.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(new RegExp(`/office/projects/${project.id}`, "u"));
  await expect(page.getByLabel("Note on the data")).toHaveValue("Typed on the ferry.");

  await page.reload();
  await expect(page.getByLabel("Planned end")).toHaveValue("2027-06");
  await save();
  await expect(page.getByText(/Saved at/u)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Note on the data")).toHaveValue("Typed on the ferry.");
});

test("without a connection nothing is lost and nothing claims to be saved", async ({
  page,
  context,
}, info) => {
  const project = (await projectsOf("battambang"))[info.project.name === "phone" ? 0 : 1];
  if (!project) throw new Error("Battambang has projects");
  await signIn(page, account("editor", "battambang"));
  await page.goto(`/office/projects/${project.id}`);
  await page.getByLabel("Note on the data").fill("ទឹក");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/Not saved yet/u)).toBeVisible();
  await context.setOffline(false);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/Saved at/u)).toBeVisible();
});
