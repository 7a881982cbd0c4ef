import { readFile } from "node:fs/promises";
import { fromBufferPromise } from "yauzl";
import { ZipFile } from "yazl";
import { account, signIn } from "@/tests/e2e/support/accounts";
import { violationsOf } from "@/tests/e2e/support/axe";
import { idsOf } from "@/tests/e2e/support/database";
import { expect, test } from "@/tests/e2e/support/test";

test("the editor exports the plan, changes the spreadsheet and imports it", async ({ page }) => {
  const { planId } = await idsOf("phuket");
  const title = "A project for a sheet";
  const renamed = `${title}, renamed in the sheet`;
  await signIn(page, account("editor", "phuket"));
  // The test creates a project of its own, so that its title is in one cell and nobody else changes it.
  await page.goto(`/office/plans/${planId}`);
  await page.getByLabel("Title of the new project").fill(title);
  await page.getByRole("button", { name: "Create project" }).click();
  await page.waitForURL(/\/office\/projects\/[0-9a-f-]{36}$/u);
  const address = page.url();

  await page.getByRole("link", { name: "Plan of Phuket" }).first().click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export as XLSX" }).click(),
  ]);
  const file = await replaceIn(await readFile(await download.path()), title, renamed);

  await page.getByRole("link", { name: "Import a spreadsheet" }).click();
  await page.getByRole("button", { name: "Read the file" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Choose a file first." })).toBeVisible();
  await page.getByLabel(/^File/u).setInputFiles({
    name: download.suggestedFilename(),
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: file,
  });
  await page.getByRole("button", { name: "Read the file" }).click();

  await expect(page.getByRole("heading", { name: "Preview of the changes" })).toBeVisible();
  const row = page.getByRole("listitem").filter({ has: page.getByRole("checkbox") });
  await expect(row).toHaveCount(1);
  await expect(row.locator("del")).toHaveText(title);
  await expect(row.locator("ins")).toHaveText(renamed);
  expect(await violationsOf(page)).toEqual([]);

  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByText("This spreadsheet was imported.")).toBeVisible();
  await page.goto(address);
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue(renamed);
});

/** Returns the workbook with one text replaced, as a spreadsheet program would save it. */
async function replaceIn(workbook: Buffer, text: string, other: string): Promise<Buffer> {
  const zip = new ZipFile();
  const before = await fromBufferPromise(workbook);
  for await (const entry of before.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await before.openReadStreamPromise(entry)) chunks.push(chunk);
    const xml = Buffer.concat(chunks).toString("utf8");
    zip.addBuffer(Buffer.from(xml.replaceAll(`>${text}</t>`, `>${other}</t>`)), entry.fileName);
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks);
}
