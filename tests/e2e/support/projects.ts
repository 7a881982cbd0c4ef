import { expect, type Page } from "@playwright/test";

/** Returns one of the lists of an open form by its name. */
export function listOf(page: Page, label: string) {
  return page.getByRole("group", { name: label, exact: true }).first();
}

/** Creates a project as an editor and fills the required fields. The form stays open. Returns its address. */
export async function beginProject(
  editor: Page,
  { planId, title, summary }: { planId: string; title: string; summary: string },
): Promise<string> {
  await editor.goto(`/office/plans/${planId}`);
  await editor.getByLabel("Title of the new project").fill(title);
  await editor.getByRole("button", { name: "Create project" }).click();
  await expect(editor.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await editor.getByLabel("Summary", { exact: true }).fill(summary);
  await editor.getByLabel("Stage").selectOption("ongoing");
  const areas = listOf(editor, "Focus areas");
  await areas.getByRole("button", { name: /^Add/u }).click();
  await areas.getByLabel("Focus area", { exact: true }).selectOption({ index: 1 });
  return new URL(editor.url()).pathname;
}

/**
 * Submits the record at an address as a lead. As a reviewer it then opens the submission by its title, among those of
 * the city.
 */
export async function submitAndOpen(
  lead: Page,
  reviewer: Page,
  { address, title, city = "phuket" }: { address: string; title: string; city?: string },
) {
  await lead.goto(address);
  await lead.getByRole("button", { name: "Submit for review" }).click();
  await expect(lead.getByRole("button", { name: "Withdraw" })).toBeVisible();
  await reviewer.goto(`/office/submissions?city=${city}`);
  await reviewer.getByRole("link", { name: title }).first().click();
}

/** Publishes the open submission as a reviewer. */
export async function approve(reviewer: Page) {
  await reviewer.getByRole("button", { name: "Approve and publish" }).click();
  await expect(reviewer.getByText(/Published as edition/u).first()).toBeVisible();
}
