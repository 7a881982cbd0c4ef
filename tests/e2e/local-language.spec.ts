import type { Page } from "@playwright/test";
import { account, closeWindows, screenOf, signIn } from "@/tests/e2e/support/accounts";
import { idsOf } from "@/tests/e2e/support/database";
import { approve, beginProject, listOf, submitAndOpen } from "@/tests/e2e/support/projects";
import { expect, test } from "@/tests/e2e/support/test";

test.afterEach(closeWindows);

// An editor translates a text into Thai. A Thai reader reads it, and sees that the English text has changed since.
test("a title in Thai goes from Phuket’s editor to Thai readers, and says when the English changed since", async ({
  browser,
}, info) => {
  const { planId } = await idsOf("phuket");
  const as = async (...who: [string, string?]): Promise<Page> => {
    const page = await (await browser.newContext(screenOf(info))).newPage();
    await signIn(page, account(...who));
    return page;
  };
  const title = "Night buses";
  const thai = "รถเมล์กลางคืนสำหรับเมืองเก่า";

  const editor = await as("editor", "phuket");
  const address = await beginProject(editor, {
    planId,
    title,
    summary: "Buses that run until two.",
  });

  await editor.getByText("In Thai: ○ not written yet (Title)").click();
  const inThai = editor.getByLabel("Title in Thai");
  await expect(inThai).toHaveAttribute("lang", "th");
  await inThai.fill(thai);
  await expect(editor.getByText("In Thai: ● written (Title)")).toBeVisible();
  await expect(editor.getByText(/Saved at/u)).toBeVisible();

  const reviewer = await as("reviewer");
  const lead = await as("lead", "phuket");
  const publish = async () => {
    await submitAndOpen(lead, reviewer, { address, title });
    await expect(reviewer.locator("#field-translations").getByText(thai)).toBeVisible();
  };
  await publish();
  await approve(reviewer);

  const reader = await (await browser.newContext(screenOf(info))).newPage();
  await reader.goto("/th/cities/phuket");
  await reader.getByRole("link", { name: thai }).click();
  const heading = reader.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText(thai);
  await expect(reader.locator("html")).toHaveAttribute("lang", "th");
  await expect(reader.locator("p[lang=en]", { hasText: title })).toBeVisible();
  await expect(reader.getByText("เมืองเขียนเป็นภาษาไทยแล้ว 1 จาก 2 ข้อความ")).toBeVisible();
  await expect(reader.locator("[lang=en]", { hasText: "Buses that run" })).toBeVisible();

  // The English text changes. The Thai text stays and is marked in the form, for the reviewer and for readers.
  await editor.goto(address);
  await editor.getByLabel("Title", { exact: true }).fill(`${title} and trams`);
  await expect(editor.getByText("In Thai: ≠ English text changed (Title)")).toBeVisible();
  await expect(editor.getByText(/Saved at/u)).toBeVisible();
  await publish();
  await expect(reviewer.getByText(/Texts in Thai that were written for an earlier/u)).toBeVisible();
  await approve(reviewer);
  await reader.reload();
  await expect(heading).toContainText(thai);
  await expect(heading).toContainText("ข้อความภาษาอังกฤษเปลี่ยนไป");

  // The editor confirms with one click that the translation is still right.
  await editor.getByRole("button", { name: "Still correct Title" }).click();
  await expect(editor.getByText("In Thai: ● written (Title)")).toBeVisible();
});

test("a partner that only a withdrawn project names, also in Thai, has a page to which its name links", async ({
  browser,
}, info) => {
  const { planId } = await idsOf("phuket");
  const as = async (...who: [string, string?]): Promise<Page> => {
    const page = await (await browser.newContext(screenOf(info))).newPage();
    await signIn(page, account(...who));
    return page;
  };
  const title = "Boats that go nowhere any more";
  const editor = await as("editor", "phuket");
  const address = await beginProject(editor, {
    planId,
    title,
    summary: "Boats between the piers.",
  });
  const list = (label: string) => listOf(editor, label);
  await editor.getByLabel("Closing", { exact: true }).selectOption("Withdrawn");
  await editor.getByLabel("Reason for closing", { exact: true }).fill("The pier was sold.");
  await list("Partners").getByRole("button", { name: /^Add/u }).click();
  await list("Partners").getByLabel("Partner", { exact: true }).fill("Andaman Boat Club");
  // The note about the organisation moves what stands below it.
  await expect(list("Partners").getByText(/^No organisation of the network/u)).toBeVisible();
  await list("Partners").getByText("In Thai: ○ not written yet (Partner)").click();
  await list("Partners").getByLabel("Partner in Thai").fill("ชมรมเรืออันดามัน");
  await editor.getByRole("button", { name: "Save", exact: true }).click();
  await expect(editor.getByText(/Saved at/u)).toBeVisible();

  const lead = await as("lead", "phuket");
  const reviewer = await as("reviewer");
  await submitAndOpen(lead, reviewer, { address, title });
  await approve(reviewer);

  const reader = await (await browser.newContext(screenOf(info))).newPage();
  await reader.goto("/th/projects?closing=withdrawn&q=Boats");
  await reader.getByRole("link", { name: title }).click();
  await reader.getByRole("link", { name: "ชมรมเรืออันดามัน" }).click();
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Andaman Boat Club");
  const closed = reader.getByRole("region", { name: "โครงการที่ปิดแล้วซึ่งระบุภาคีรายนี้" }).first();
  await expect(closed.getByRole("link", { name: title })).toBeVisible();
});
