import { randomUUID } from "node:crypto";
import type { Browser, Page, TestInfo } from "@playwright/test";
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
import { aBudgetLine, aMilestone, anIndicator, aReading } from "@/tests/support/examples";

test.afterEach(closeWindows);

const milestones = [
  aMilestone({ title: "Stops built", weight: 3, dueOn: "2024-06", doneOn: "2024-05" }),
  aMilestone({ title: "Arrival times shown", weight: 2, dueOn: "2024-12" }),
];
const indicators = [
  {
    ...anIndicator({ name: "Passengers who wait long", unit: "per cent", direction: "decrease" }),
    ...{ baseline: 40, baselineOn: "2020", target: 20, targetOn: "2030" },
    outcome: "high-quality-of-life",
    readings: [aReading("2022", 38), aReading("2024", 30)],
  },
];
const contributions = [
  { id: randomUUID(), outcome: "high-quality-of-life", how: "Nobody waits in the rain." },
];
const budget = [aBudgetLine({ amount: "1250000.50", currency: "THB", perDollar: "35.1" })];

test(
  "a project explains its numbers, and a confirmation renews it without a change",
  { tag: "@phone-only" },
  async ({ browser }, info) => {
    const { city, projects, ...people } = await ownCity();
    const [project] = projects;
    const address = `/en/cities/${city}/projects/${project.slug}`;
    const lead = await personOf(browser, info, people.lead);

    await lead.goto(`/office/projects/${project.id}`);
    const typed = { milestones, indicators, contributions, budget, schedule: "on_time" };
    await write(lead, project.id, typed);
    await lead.reload();
    await expect(
      lead.getByText("The schedule is on time, but one open milestone is past the due date."),
    ).toBeVisible();
    await submit(lead, "Submit for review");
    const reviewer = await personOf(browser, info, account("reviewer"));
    await approve(reviewer, city, project.title);

    const visitor = await (await browser.newContext(screenOf(info))).newPage();
    await visitor.goto(address);
    await visitor.getByText("3 of 5 by weight: 60 %").click();
    await expect(visitor.getByText("3 – Stops built: done")).toBeVisible();
    await visitor.getByText("50 % of the way to the target: on track").click();
    await expect(visitor.getByText("(30 − 40) ÷ (20 − 40) = 50 %")).toBeVisible();
    await expect(visitor.getByText("THB 1,250,000.50").first()).toBeVisible();
    await expect(visitor.getByText(/past the due date/u)).toHaveCount(0);
    await expectAccessible(visitor);
    await visitor.getByRole("link", { name: "All formulas with examples" }).first().click();
    await expect(visitor.getByRole("heading", { name: "On track" })).toBeVisible();
    await expectAccessible(visitor);

    // The links lead from the project to the outcome that it serves, to the indicator there, and back to the project.
    await visitor.goto(address);
    await visitor.getByRole("link", { name: "High Quality of Life" }).first().click();
    await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("High Quality of Life");
    await expect(visitor.getByText("Nobody waits in the rain.")).toBeVisible();
    const traced = visitor
      .getByText("50 % of the way to the target: on track")
      .filter({ visible: true });
    await expect(traced).toHaveCount(1);
    await expectAccessible(visitor);
    const aims = visitor.locator("#aims");
    await aims.getByRole("link", { name: "Passengers who wait long" }).click();
    await expect(visitor).toHaveURL(`${address}#indicators`);

    await lead.reload();
    await submit(lead, "Confirm: no changes");
    await expectAccessible(lead);
    await approve(reviewer, city, project.title, async () => {
      await expect(reviewer.getByText("Confirmed, no changes")).toBeVisible();
      await expect(reviewer.getByRole("heading", { name: "Same text as before" })).toBeVisible();
      await expectAccessible(reviewer);
    });

    await visitor.goto(address);
    const editions = visitor.getByRole("region", { name: "Editions" });
    await expect(editions.getByText("Confirmed, no changes").first()).toBeVisible();
    await expect(visitor.getByText(/^As of .* Stated by /u)).toBeVisible();
    await expect(visitor.getByText(/^Last changed: /u).first()).toBeVisible();
    await expectAccessible(visitor);
    for (const width of [390, 1280]) {
      await visitor.setViewportSize({ width, height: 900 });
      expect(await visitor.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  },
);

async function personOf(browser: Browser, info: TestInfo, who: Account) {
  const page = await (await browser.newContext(screenOf(info))).newPage();
  await signIn(page, who);
  return page;
}

/** Saves fields as the form does, without its inputs. */
async function write(page: Page, recordId: string, fields: Record<string, unknown>) {
  const saved = await page.evaluate(
    async ({ path, fields, key }) => {
      const post = (changes: unknown) =>
        fetch(path, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ key: crypto.randomUUID(), version: null, changes }),
        }).then((answer) => answer.json());
      // The first answer contains the draft, and so the values seen.
      const { value } = await post([{ field: "dataNote", seen: key, value: key }]);
      return post(
        Object.entries(fields).map(([field, wanted]) => ({
          field,
          seen: value.fields[field],
          value: wanted,
        })),
      );
    },
    { path: `/api/office/records/${recordId}/changes`, fields, key: randomUUID() },
  );
  expect(saved).toMatchObject({ ok: true, value: { conflicts: [] } });
}

async function submit(lead: Page, button: string) {
  await lead.getByRole("button", { name: button }).click();
  await expect(lead.getByRole("button", { name: "Withdraw" })).toBeVisible();
}

async function approve(reviewer: Page, city: string, title: string, look = async () => {}) {
  await reviewer.goto(`/office/submissions?city=${city}`);
  await reviewer.getByRole("link", { name: title }).first().click();
  await expect(reviewer.getByRole("heading", { name: "Changes" })).toBeVisible();
  await look();
  await reviewer.getByRole("button", { name: /^(Clear|Approve and publish)$/u }).click();
  await expect(reviewer.getByText(/Published as edition/u).first()).toBeVisible();
}

async function expectAccessible(page: Page) {
  const violations = await violationsOf(page);
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}
