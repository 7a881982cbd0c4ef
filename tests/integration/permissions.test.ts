import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import type { Actor } from "@/lib/domain/people/actor";
import { can, type Permission } from "@/lib/domain/people/policy";
import type { Result } from "@/lib/domain/result/result";
import { type CastName, getCast } from "@/tests/support/cast";
import { countRows } from "@/tests/support/rows";
import { situations } from "@/tests/support/situations";

type Answers = Record<CastName, boolean>;

const nobody: Answers = {
  visitor: false,
  editorOfPhuket: false,
  leadOfPhuket: false,
  editorOfMakassar: false,
  leadOfMakassar: false,
  representativeOfThailand: false,
  representativeOfIndonesia: false,
  reviewer: false,
  otherReviewer: false,
  administrator: false,
  linkHolder: false,
  mailReader: false,
};

const everybody = Object.fromEntries(Object.keys(nobody).map((name) => [name, true])) as Answers;

const answering: Answers = {
  ...nobody,
  editorOfPhuket: true,
  leadOfPhuket: true,
  reviewer: true,
  otherReviewer: true,
  administrator: true,
};

/**
 * Who may do what to a record, a submission or a person of Phuket, Thailand (docs/permissions.md).
 * A new permission does not compile until it has a row here.
 */
const matrix: Record<Permission, Answers> = {
  "project.create": { ...nobody, editorOfPhuket: true, leadOfPhuket: true },
  "draft.edit": { ...nobody, editorOfPhuket: true, leadOfPhuket: true },
  "evidence.add": { ...nobody, editorOfPhuket: true, leadOfPhuket: true },
  "draft.comment": { ...nobody, editorOfPhuket: true, leadOfPhuket: true },
  // The inbox belongs to the editor of Phuket, and so does the mail whose link was opened.
  "notice.read": { ...nobody, editorOfPhuket: true },
  "notice.choose": { ...nobody, editorOfPhuket: true },
  "mail.unsubscribe": { ...nobody, mailReader: true },
  "mail.manage": { ...nobody, administrator: true },
  "job.manage": { ...nobody, administrator: true },
  "plan.import": { ...nobody, editorOfPhuket: true, leadOfPhuket: true },
  "assessment.answer": { ...nobody, editorOfPhuket: true, leadOfPhuket: true },
  "assessment.write": { ...nobody, reviewer: true, otherReviewer: true, administrator: true },
  "draft.submit": { ...nobody, leadOfPhuket: true },
  "submission.withdraw": { ...nobody, leadOfPhuket: true },
  "submission.comment": {
    ...nobody,
    editorOfPhuket: true,
    leadOfPhuket: true,
    representativeOfThailand: true,
    reviewer: true,
    otherReviewer: true,
  },
  "submission.clear": { ...nobody, representativeOfThailand: true },
  "submission.ask": {
    ...nobody,
    representativeOfThailand: true,
    reviewer: true,
    otherReviewer: true,
  },
  "submission.claim": { ...nobody, reviewer: true, otherReviewer: true },
  "submission.decide": { ...nobody, reviewer: true, otherReviewer: true },
  // The thread was opened by a reviewer.
  "thread.resolve": { ...nobody, reviewer: true, otherReviewer: true },
  "note.write": { ...nobody, reviewer: true, otherReviewer: true, administrator: true },
  "evidence.rate": { ...nobody, reviewer: true, otherReviewer: true },
  "record.withhold": { ...nobody, reviewer: true, otherReviewer: true },
  "edition.correct": { ...nobody, reviewer: true, otherReviewer: true },
  "person.add": { ...nobody, leadOfPhuket: true, administrator: true },
  "person.deactivate": { ...nobody, administrator: true },
  "passwordLink.make": { ...nobody, administrator: true },
  "grant.remove": { ...nobody, administrator: true },
  "grant.handOver": { ...nobody, administrator: true },
  "report.manage": { ...nobody, administrator: true },
  "report.extend": { ...nobody, administrator: true },
  "report.freeze": { ...nobody, administrator: true },
  "organisation.manage": { ...nobody, reviewer: true, otherReviewer: true, administrator: true },
  // The view and the account belong to the editor of Phuket.
  "view.keep": { ...nobody, editorOfPhuket: true },
  "password.change": { ...nobody, editorOfPhuket: true },
  "password.set": { ...nobody, linkHolder: true },
  "feedback.send": everybody,
  // The feedback is about a page of Phuket.
  "feedback.answer": answering,
  "feedback.setAside": answering,
  "feedback.removeAddress": answering,
};

const cases = Object.entries(matrix).flatMap(([permission, answers]) =>
  Object.entries(answers).map(([name, isAllowed]) => ({
    permission: permission as Permission,
    name: name as CastName,
    isAllowed,
  })),
);

for (const situation of situations) {
  const { permission } = situation.command;
  const rows = cases.filter((row) => row.permission === permission);
  test.each(rows)(`${situation.name} by $name: $isAllowed`, async ({ name, isAllowed }) => {
    const cast = await getCast();
    const named = name === "linkHolder" ? cast.visitor : cast[name];
    const { input, linkHolder } = await situation.prepare(cast, named);
    const actor: Actor = name === "linkHolder" ? linkHolder : cast[name];
    const before = await countRows();

    const result: Result<unknown> = await situation.command(actor, input);

    if (isAllowed) {
      expect(result).toMatchObject({ ok: true });
    } else {
      const code = actor.kind === "visitor" ? "signed_out" : "forbidden";
      expect(result).toEqual({ ok: false, refusal: { code } });
      expect(await countRows()).toEqual(before);
    }
  });
}

test("every command has a situation in which everybody tries it", async () => {
  const commands = await Promise.all(
    readdirSync("lib/commands", { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map(async (file) => {
        const module: Record<string, unknown> = await import(`../../lib/commands/${file}`);
        return Object.values(module).filter(
          (value) => typeof value === "function" && "permission" in value,
        );
      }),
  );
  expect(commands.flat().length).toBeGreaterThan(10);
  const tried = new Set<unknown>(situations.map((situation) => situation.command));
  expect(commands.flat().filter((command) => !tried.has(command))).toEqual([]);
});

test("every permission is allowed for somebody, and every permission has a situation", () => {
  for (const [permission, answers] of Object.entries(matrix)) {
    expect(Object.values(answers), permission).toContain(true);
  }
  const tried = new Set(situations.map((situation) => situation.command.permission));
  expect([...tried].sort()).toEqual(Object.keys(matrix).sort());
});

test("a lead adds editors to their own city and gives no other role", async () => {
  const { leadOfPhuket } = await getCast();
  if (leadOfPhuket.kind !== "signed_in") throw new Error("the lead is signed in");
  const cityId = leadOfPhuket.grants.flatMap((g) => ("cityId" in g ? [g.cityId] : []))[0] ?? null;
  expect(can(leadOfPhuket, "person.add", { role: "editor", cityId })).toBe(true);
  expect(can(leadOfPhuket, "person.add", { role: "lead", cityId })).toBe(false);
  expect(can(leadOfPhuket, "person.add", { role: "reviewer", cityId: null })).toBe(false);
});
