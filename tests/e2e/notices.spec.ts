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
import { aPerson, clientOf } from "@/tests/e2e/support/clients";
import { withTestDatabase } from "@/tests/e2e/support/database";
import { mailsTo } from "@/tests/e2e/support/mails";
import { expect, test } from "@/tests/e2e/support/test";

test.afterEach(closeWindows);

const leadOf = (city: string) => ({ ...account("lead"), city });

async function as(browser: Browser, info: TestInfo, who: Account) {
  const page = await (await browser.newContext(screenOf(info))).newPage();
  await signIn(page, who);
  return page;
}

async function isAccessible(page: Page) {
  expect(await violationsOf(page)).toEqual([]);
}

/** Adds a person whose address the mail server refuses. */
async function somebodyWhoLeft(city: string) {
  const person = await aPerson(leadOf(city), "Somebody else");
  const email = person.email.replace("tests.example", "refused.example");
  await withTestDatabase((client) =>
    client.query(`update "Person" set email = $2 where email = $1`, [person.email, email]),
  );
  return { ...person, email };
}

/** Returns the number of mails, of notices of a question, and of urgent jobs of a person. */
function mailOf(email: string) {
  return withTestDatabase(async (client) => {
    const { rows } = await client.query(
      `select (select count(*)::int from "Mail" m where m."personId" = p.id) as mails,
              (select count(*)::int from "Notice" n where n."personId" = p.id and n.kind = 'clarification_asked') as notices,
              (select count(*)::int from graphile_worker.jobs j where j.key = 'urgent:' || p.id) as jobs
         from "Person" p where email = $1`,
      [email],
    );
    return rows[0] as { mails: number; notices: number; jobs: number };
  });
}

test("a question is mailed, the mail's link unsubscribes, and a failed mail is shown", async ({
  browser,
  baseURL,
}, info) => {
  const { city, projects, lead } = await ownCity();
  const [project] = projects;
  const other = await aPerson(leadOf(city), "Second lead");
  const left = await somebodyWhoLeft(city);

  const choosing = await as(browser, info, other);
  await choosing.goto("/office/account");
  const box = choosing.getByLabel("Clarification is requested (at once)");
  await expect(box).toBeChecked();
  await box.uncheck();
  await choosing.getByRole("button", { name: "Save", exact: true }).click();
  await expect(choosing.getByText("Saved.")).toBeVisible();
  await choosing.reload();
  await expect(box).not.toBeChecked();
  await isAccessible(choosing);

  const client = await clientOf(baseURL ?? "", lead);
  const confirmed = await client.post("/api/office/bulk/confirm", {
    data: { rows: [{ recordId: project.id }] },
  });
  const { submissionId } = (await confirmed.json()).value[0].value;
  const reviewer = await as(browser, info, account("reviewer"));
  await reviewer.goto(`/office/submissions/${submissionId}`);
  await reviewer.getByLabel("What should the city clarify?").fill("Is the pilot still running?");
  await reviewer.getByRole("button", { name: "Request clarification" }).click();
  await expect(reviewer.getByText("Clarification requested").first()).toBeVisible();

  await expect.poll(() => mailsTo(lead.email).length).toBe(1);
  const [mail = ""] = mailsTo(lead.email);
  expect(mail).toContain(`\r\n\r\nClarification requested: ${project.title}`);
  expect(mail).toContain("Is the pilot still running?");
  expect(mail).toContain(`/office/submissions/${submissionId}`);
  await expect.poll(() => mailOf(other.email)).toEqual({ mails: 0, notices: 1, jobs: 0 });
  await choosing.goto("/office/inbox");
  await expect(
    choosing.getByRole("link", { name: `Clarification requested: ${project.title}` }),
  ).toBeVisible();
  await expect(choosing.getByText("Is the pilot still running?")).toBeVisible();

  // The link to unsubscribe works without script and without signing in.
  const link = /Stop all these emails: (\S+)/u.exec(mail)?.[1] ?? "";
  const plain = await browser.newContext({ ...screenOf(info), javaScriptEnabled: false });
  const leaving = await plain.newPage();
  await leaving.goto(link);
  await leaving.getByRole("button", { name: "Stop emails" }).click();
  await expect(leaving.getByText(/are no longer sent to you by email/u)).toBeVisible();
  const back = await as(browser, info, lead);
  await back.goto("/office/account");
  await expect(back.getByRole("checkbox", { checked: true })).toHaveCount(0);

  const administrator = await as(browser, info, account("administrator"));
  await administrator.goto("/office");
  await administrator.getByRole("link", { name: "Show emails" }).click();
  const failed = administrator.getByRole("listitem").filter({ hasText: left.name });
  await expect(failed.getByText(/The mail server refused this address/u)).toBeVisible();
  await isAccessible(administrator);
  await failed.getByRole("button", { name: /^Try again/u }).click();
  await expect(failed.getByText("The email is being sent now.")).toBeVisible();
});

test("a role whose owner is away is handed over in one click", async ({ browser }, info) => {
  const { city, editor: candidate } = await ownCity();
  const away = await aPerson(leadOf(city), "Former lead");
  await withTestDatabase((client) =>
    client.query(
      `update "Person" set "createdAt" = now() - interval '200 days' where email = any($1)`,
      [[away.email, candidate.email]],
    ),
  );
  const signedIn = await as(browser, info, candidate);

  const administrator = await as(browser, info, account("administrator"));
  await administrator.goto("/office/people");
  await isAccessible(administrator);
  const handOver = administrator.getByRole("button", {
    name: new RegExp(`^Hand over Lead, .* of ${away.name}$`, "u"),
  });
  await handOver.click();
  await expect(handOver).toHaveCount(0);

  await signedIn.goto("/office/inbox");
  const given = signedIn.getByRole("link", { name: /^You were given a role: Lead, / });
  await given.click();
  await expect(signedIn).toHaveURL(/\/office\/account$/u);
  await expect(signedIn.getByRole("listitem").filter({ hasText: /^Lead, / })).toBeVisible();
});
