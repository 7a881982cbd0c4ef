import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { account, signIn } from "@/tests/e2e/support/accounts";
import { idsOf, withTestDatabase } from "@/tests/e2e/support/database";
import { expect, test } from "@/tests/e2e/support/test";

/** Adds drafts to a city's plan that differ only in their titles, so that the table has several pages. */
async function addProjects(city: string, word: string, count: number) {
  const { cityId, planId } = await idsOf(city);
  await withTestDatabase(async (client) => {
    const { rows } = await client.query(
      `select d.content from "Draft" d join "Project" p on p.id = d."recordId" where p."planId" = $1 limit 1`,
      [planId],
    );
    for (let n = 0; n < count; n += 1) {
      const id = randomUUID();
      const title = `${word} ${String(n).padStart(2, "0")}`;
      const milestones = [
        {
          id: randomUUID(),
          title: "Opening",
          dueOn: null,
          doneOn: null,
          droppedReason: "",
          note: "",
          weight: 1,
        },
      ];
      await client.query(
        `insert into "Record" (id, kind, "cityId", "createdAt") values ($1, 'project', $2, now())`,
        [id, cityId],
      );
      await client.query(
        `insert into "Project" (id, "cityId", "planId", slug) values ($1::uuid, $2, $3, $1::uuid::text)`,
        [id, cityId, planId],
      );
      await client.query(
        `insert into "Draft" ("recordId", content, "contentHash", "editedAt") values ($1, $2, $3, now())`,
        [id, { ...rows[0].content, title, stage: "planning", milestones }, "0".repeat(64)],
      );
    }
  });
  return `/office/plans/${planId}?q=${word}`;
}

const rowsOf = (page: Page) =>
  page.getByRole("region", { name: /Projects of/u }).locator("tbody tr");

test("the table is filtered, sorted and paged, and keeps the focus @phone", async ({ page }) => {
  const word = `p${randomUUID().slice(0, 8)}`;
  const address = await addProjects("phuket", word, 30);
  await signIn(page, account("lead", "phuket"));
  await page.goto(address);
  await expect(page.getByText("1–25 of 30 projects")).toBeVisible();
  const next = page.getByRole("button", { name: "Next" });
  await next.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("26–30 of 30 projects")).toBeVisible();
  await expect(next).toBeFocused();
  await expect(rowsOf(page)).toHaveCount(5);
  await page.getByRole("button", { name: "Previous" }).click();
  await expect(page.getByText("1–25 of 30 projects")).toBeVisible();

  const byTitle = page.getByRole("button", { name: "Sort by Title" });
  await byTitle.click();
  await expect(rowsOf(page).first()).toContainText(`${word} 29`);
  await expect(byTitle).toBeFocused();
  await expect(page.getByRole("columnheader", { name: /Title/u })).toHaveAttribute(
    "aria-sort",
    "descending",
  );

  await page.getByLabel("Stage", { exact: true }).selectOption("completed");
  await expect(page.getByText("No project matches.")).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(rowsOf(page).first()).toBeVisible();
});

test("the head and the first column stay in view @phone", async ({ page }) => {
  const word = `s${randomUUID().slice(0, 8)}`;
  await signIn(page, account("lead", "phuket"));
  await page.goto(await addProjects("phuket", word, 25));
  const region = page.getByRole("region", { name: /Projects of/u });
  await region.evaluate((element) => element.scrollTo(500, 400));
  const box = await region.boundingBox();
  const head = await page.getByRole("columnheader", { name: /Title/u }).boundingBox();
  expect(Math.abs((head?.y ?? 0) - (box?.y ?? 0))).toBeLessThan(2);
  expect((head?.x ?? 999) - (box?.x ?? 0)).toBeLessThan(60);
});

test("a stage is changed in its cell by keyboard; a conflict of two people offers a choice @phone", async ({
  page,
}) => {
  const word = `e${randomUUID().slice(0, 8)}`;
  await signIn(page, account("lead", "phuket"));
  await page.goto(await addProjects("phuket", word, 2));
  const row = rowsOf(page).first();
  const stage = row.getByRole("button", { name: /Stage: change/u });
  await stage.focus();
  await page.keyboard.press("F2");
  const control = row.getByRole("combobox", { name: "Stage" });
  await expect(control).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(stage).toBeFocused();
  await expect(stage).toContainText("Planning");

  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(stage).toContainText("Ongoing");
  await expect(stage).toBeFocused();

  const end = row.getByRole("button", { name: /Planned end: change/u });
  await end.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Planned end" }).fill("next year");
  await page.keyboard.press("Enter");
  await expect(row.getByRole("alert")).toContainText("Write a year, a month or a day");
  await page.getByRole("textbox", { name: "Planned end" }).fill("2031-05");
  await page.keyboard.press("Enter");
  await expect(end).toContainText("May 2031");
  await expect(end).toBeFocused();

  // The value is changed by somebody else while it is typed here.
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Planned end" }).fill("2032");
  await withTestDatabase((client) =>
    client.query(
      `update "Draft" set version = version + 1, content = jsonb_set(content, '{endsOn}', '"2040"') where title = $1`,
      [`${word} 00`],
    ),
  );
  await page.keyboard.press("Enter");
  const choice = row.getByRole("region", { name: "Planned end" });
  await expect(choice).toContainText("2040");
  await expect(choice).toContainText("2032");
  await choice.getByRole("button", { name: "Keep mine" }).click();
  await expect(end).toContainText("2032");

  await page.reload();
  await expect(stage).toContainText("Ongoing");
  await expect(end).toContainText("2032");
});

test("several projects get a date at once, with a result for each", async ({ page }) => {
  const word = `b${randomUUID().slice(0, 8)}`;
  await signIn(page, account("lead", "phuket"));
  await page.goto(await addProjects("phuket", word, 7));
  await withTestDatabase((client) =>
    client.query(
      `update "Draft" set content = jsonb_set(content, '{milestones}', '[]') where title = $1`,
      [`${word} 03`],
    ),
  );
  await page.getByRole("checkbox", { name: "Select all on this page" }).check();
  await page.getByRole("checkbox", { name: `Select “${word} 06”` }).uncheck();
  await page.getByRole("link", { name: "6 selected" }).click();
  await page.getByLabel("Due date of the next open milestone").fill("2033-04");
  await page.getByRole("button", { name: "Set date" }).click();

  await expect(page.getByText("Done: 5. Not done: 1.")).toBeVisible();
  const results = page.getByRole("region", { name: "Result for each project" });
  await expect(results.getByRole("listitem").first()).toContainText("No milestone is open");
  await expect(results.getByText("Done: date set for “Opening”")).toHaveCount(5);
  // Rows that were done are no longer selected; the others still are.
  await expect(page.getByRole("checkbox", { name: `Select “${word} 03”` })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: `Select “${word} 00”` })).not.toBeChecked();
  const dated = await withTestDatabase((client) =>
    client.query(
      `select title from "Draft" where title like $1 and content #>> '{milestones,0,dueOn}' = '2033-04'`,
      [`${word}%`],
    ),
  );
  expect(dated.rowCount).toBe(5);

  await page.getByRole("button", { name: "Submit for review" }).click();
  await expect(page.getByText(/Done: 1\. Not done: 0\.|Done: 0\. Not done: 1\./u)).toBeVisible();
});

test("a view is saved, opened, renamed and removed", async ({ page }) => {
  const name = `View ${randomUUID().slice(0, 8)}`;
  const { planId } = await idsOf("phuket");
  await signIn(page, account("editor", "phuket"));
  await page.goto(`/office/plans/${planId}?stage=ongoing&sort=-endsOn&columns=title%2Cstage`);
  const views = page.locator("summary", { hasText: "Views" });
  await views.click();
  await page.getByLabel("Name of the view").fill(name);
  await page.getByRole("button", { name: "Save view" }).click();
  await expect(page.getByText(`The view “${name}” was saved.`)).toBeVisible();

  await page.goto(`/office/plans/${planId}`);
  await views.click();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  await page.getByRole("link", { name }).click();
  await expect(page).toHaveURL(/stage=ongoing&sort=-endsOn&columns=title%2Cstage/u);
  await expect(page.getByLabel("Stage", { exact: true })).toHaveValue("ongoing");

  await page.getByRole("button", { name: `Rename “${name}”` }).click();
  await page.getByLabel("New name").fill(`${name} b`);
  await page.getByRole("button", { name: "Save the name" }).click();
  await expect(page.getByRole("link", { name: `${name} b` })).toBeVisible();
  await page.getByRole("button", { name: `Remove “${name} b”` }).click();
  await expect(page.getByRole("link", { name })).toHaveCount(0);
  await expect(views).toBeFocused();
});

test("an administrator has all plans in one table, on the screen and in a file", async ({
  page,
}) => {
  await signIn(page, account("administrator"));
  await page.goto("/office/projects?sort=city");
  await expect(page.getByRole("heading", { level: 1, name: "Projects" })).toBeVisible();
  await page.getByLabel("City", { exact: true }).selectOption("makassar");
  await expect(page).toHaveURL(/city=makassar/u);
  const count = page.getByRole("status").first();
  await expect(count).toHaveText(/^\d+ projects?$/u);
  const total = Number.parseInt((await count.textContent()) ?? "", 10);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);

  await page.locator("summary", { hasText: "Export" }).click();
  const href = await page.getByRole("link", { name: "CSV" }).getAttribute("href");
  const answer = await page.request.get(href ?? "");
  expect(answer.headers()["content-disposition"]).toContain("projects.csv");
  const lines = (await answer.text()).trim().split("\r\n");
  expect(lines).toHaveLength(total + 1);
  expect(lines[0]).toContain("Title,City,Stage");
  expect(lines.slice(1).every((line) => line.includes("Makassar"))).toBe(true);
  const workbook = await page.request.get((href ?? "").replace("export.csv", "export.xlsx"));
  expect((await workbook.body()).subarray(0, 2).toString()).toBe("PK");
});
