import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { withdrawAssessment } from "@/lib/commands/assessment/withdraw-assessment";
import { commentOnDraft } from "@/lib/commands/record/comment-on-draft";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { askForClarification } from "@/lib/commands/review/ask-for-clarification";
import { database } from "@/lib/db/client";
import { anAssessment } from "@/tests/support/assessments";
import { type Cast, getCast } from "@/tests/support/cast";
import { aSubmission, must } from "@/tests/support/factories";

// Tests the rules of the database itself without our code, as somebody with a console could break them.

let cast: Cast;
/** An approved submission, with every kind of history row. */
let submissionId: string;
let recordId: string;

beforeAll(async () => {
  cast = await getCast();
  submissionId = await aSubmission(cast);
  must(await approveSubmission(cast.reviewer, { submissionId }));
  ({ recordId } = await database().submission.findUniqueOrThrow({ where: { id: submissionId } }));
  must(await commentOnDraft(cast.leadOfPhuket, { recordId, text: "Said once" }));
  const { assessmentId } = await anAssessment(cast);
  must(await withdrawAssessment(cast.reviewer, { assessmentId, reason: "Misread." }));
  await database().evidenceFile.create({
    data: {
      id: randomUUID(),
      recordId,
      sha256: "0".repeat(64),
      name: "permit.pdf",
      mediaType: "application/pdf",
      bytes: 1,
      at: new Date(),
      byId: cast.leadOfPhuket.personId,
    },
  });
});

/** Runs a statement. Returns the error of PostgreSQL, or null when it succeeds. */
async function complaint(statement: string, ...values: unknown[]): Promise<string | null> {
  try {
    await database().$executeRawUnsafe(statement, ...values);
    return null;
  } catch (error) {
    return String(error);
  }
}

describe("history can only be added to", () => {
  const histories = [
    "Edition",
    "TimelineEntry",
    "Decision",
    "DraftChange",
    "Save",
    "DraftComment",
    "EvidenceFile",
    "Assessment",
    "AssessmentStep",
  ];

  test.each(histories)("%s", async (table) => {
    const [row] = await database().$queryRawUnsafe<{ count: number }[]>(
      `select count(*)::int as count from "${table}"`,
    );
    expect(row?.count).toBeGreaterThan(0);
    const said = `${table} is only ever added to`;
    expect(await complaint(`update "${table}" set id = gen_random_uuid()`)).toContain(said);
    expect(await complaint(`delete from "${table}"`)).toContain(said);
    expect(await complaint(`truncate "${table}" cascade`)).toContain(said);
    const after = await database().$queryRawUnsafe(`select count(*)::int as count from "${table}"`);
    expect(after).toEqual([row]);
  });

  test("no row of an edition can be changed", async () => {
    const said = "Edition is only ever added to";
    expect(
      await complaint(
        `update "Edition" set content = content where "recordId" = $1::uuid`,
        recordId,
      ),
    ).toContain(said);
  });

  test("rows that history refers to cannot be removed", async () => {
    for (const table of ["Submission", "Record", "Person"]) {
      expect(await complaint(`truncate "${table}" cascade`)).toMatch(/is only ever added to/);
    }
    expect(await complaint(`delete from "Record" where id = $1::uuid`, recordId)).toMatch(
      /foreign key/i,
    );
    const { personId } = cast.leadOfPhuket;
    expect(await complaint(`delete from "Person" where id = $1::uuid`, personId)).not.toBeNull();
  });
});

describe("a submission", () => {
  const said = "A submission is only ever decided on";

  test("is an immutable copy: only its state changes", async () => {
    for (const change of [
      "content = '{}'",
      `"contentHash" = repeat('0', 64)`,
      `"submittedAt" = now()`,
      `"needsClearance" = true`,
      `"submittedById" = '${cast.reviewer.personId}'`,
    ]) {
      const statement = `update "Submission" set ${change} where id = $1::uuid`;
      expect(await complaint(statement, submissionId), change).toContain(said);
    }
    expect(await complaint(`delete from "Submission" where id = $1::uuid`, submissionId)).toContain(
      said,
    );
    const state = `update "Submission" set state = state where id = $1::uuid`;
    expect(await complaint(state, submissionId)).toBeNull();
  });

  test("is the only open one of its record", async () => {
    const open = await aSubmission(cast);
    const copy = (state: string) =>
      complaint(
        `insert into "Submission" (id, "recordId", "cityId", content, "contentHash", "draftVersion", "changedFields",
          "needsClearance", state, "submittedAt", "submittedById")
        select gen_random_uuid(), "recordId", "cityId", content, "contentHash", "draftVersion", "changedFields",
          true, '${state}', "submittedAt", "submittedById"
        from "Submission" where id = $1::uuid`,
        open,
      );
    expect(await copy("submitted")).toMatch(/Submission_one_open_per_record|unique constraint/i);
    expect(await copy("cleared")).toMatch(/Submission_one_open_per_record|unique constraint/i);
    must(await askForClarification(cast.reviewer, { submissionId: open, reason: "Why?" }));
    expect(await copy("submitted")).toBeNull();
  });

  test("is cleared only where its chain asks for it", async () => {
    const open = await aSubmission(cast);
    const clear = `update "Submission" set state = 'cleared' where id = $1::uuid`;
    expect(await complaint(clear, open)).toContain("Submission_cleared_only_where_asked");
  });

  test("is decided once each way, and never asked about without a question", async () => {
    const decide = (kind: string, reason: string) =>
      complaint(
        `insert into "Decision" (id, "submissionId", kind, reason, "bySubmitter", "decidedAt", "decidedById")
        values ($1::uuid, $2::uuid, '${kind}', $3, false, now(), $4::uuid)`,
        randomUUID(),
        submissionId,
        reason,
        cast.reviewer.personId,
      );
    expect(await decide("approved", "")).toMatch(/unique constraint/i);
    expect(await decide("clarification_asked", "")).toContain("Decision_question_has_a_reason");
  });
});

describe("editions", () => {
  const add = (number: number) =>
    complaint(
      `insert into "Edition" (id, "recordId", "cityId", kind, slug, number, content, hash, "effectiveOn", "publishedAt", origin)
      select gen_random_uuid(), "recordId", "cityId", kind, slug, $2::int, content, hash, "effectiveOn", now(), origin
      from "Edition" where "recordId" = $1::uuid limit 1`,
      recordId,
      number,
    );

  test("are numbered 1, 2, 3 without gaps", async () => {
    expect(await add(0)).toContain("is not the next one");
    expect(await add(1)).toContain("is not the next one");
    expect(await add(3)).toContain("is not the next one");
    expect(await add(2)).toBeNull();
    expect(await add(3)).toBeNull();
  });

  test("have one current edition, and periods in order", async () => {
    const twice = `update "EditionPeriod" set "untilDay" = null where "recordId" in (
      select "recordId" from "EditionPeriod" group by 1 having count(*) > 1)`;
    expect(await complaint(twice)).toMatch(/unique constraint/i);
    const backwards = `update "EditionPeriod" set "untilDay" = "fromDay"`;
    expect(await complaint(backwards)).toContain("EditionPeriod_runs_forward");
  });

  test("are counted in aggregates whose stages add up", async () => {
    expect(await complaint(`update "CityAggregate" set total = total + 1`)).toContain(
      "CityAggregate_adds_up",
    );
  });
});

describe("people", () => {
  const grant = (role: string, cityId: string | null, countryCode: string | null) =>
    complaint(
      `insert into "Grant" (id, "personId", role, "cityId", "countryCode", "grantedAt")
      values ($1::uuid, $2::uuid, '${role}', $3::uuid, $4, now())`,
      randomUUID(),
      cast.administrator.personId,
      cityId,
      countryCode,
    );

  test("hold a role only in its scope", async () => {
    const { id } = await database().city.findUniqueOrThrow({ where: { slug: "phuket" } });
    const said = "Grant_place_fits_role";
    for (const [role, cityId, countryCode] of [
      ["editor", null, null],
      ["editor", id, "TH"],
      ["lead", null, "TH"],
      ["representative", id, null],
      ["representative", null, null],
      ["reviewer", id, null],
      ["administrator", null, "TH"],
    ] as const) {
      expect(await grant(role, cityId, countryCode), role).toContain(said);
    }
    expect(await grant("lead", id, null)).toBeNull();
    expect(await grant("representative", null, "TH")).toBeNull();
  });

  test("hold a grant once, until it was removed", async () => {
    expect(await grant("administrator", null, null)).toMatch(/unique constraint/i);
    const { personId } = cast.administrator;
    await database().grant.updateMany({
      where: { personId, role: "representative" },
      data: { removedAt: new Date() },
    });
    expect(await grant("representative", null, "TH")).toBeNull();
  });

  test("have one address each, in lower case", async () => {
    const add = (email: string) =>
      complaint(
        `insert into "Person" (id, email, name, "createdAt") values ($1::uuid, $2, 'Somebody', now())`,
        randomUUID(),
        email,
      );
    expect(await add("Somebody@tests.example")).toContain("Person_email_is_lower_case");
    expect(await add("")).toContain("Person_email_is_lower_case");
    expect(await add("somebody@tests.example")).toBeNull();
    expect(await add("somebody@tests.example")).toMatch(/unique constraint/i);
  });

  test("have sessions that end after they begin", async () => {
    expect(await complaint(`update "Session" set "expiresAt" = "startedAt"`)).toContain(
      "Session_ends_after_start",
    );
  });
});

describe("reference data", () => {
  test.each([
    [`update "Country" set code = 'th' where code = 'TH'`, "Country_code_is_iso"],
    [`update "City" set slug = 'Phuket' where slug = 'phuket'`, "City_slug_is_an_address"],
    [`update "City" set slug = 'phuket-' where slug = 'phuket'`, "City_slug_is_an_address"],
    [`update "Project" set slug = 'a b'`, "Project_slug_is_an_address"],
    [`update "Plan" set "endYear" = 2000`, "Plan_period_runs_forward"],
    [`update "CityFigure" set value = -1`, "CityFigure_value_is_not_negative"],
  ])("%s is refused", async (statement, said) => {
    expect(await complaint(statement)).toContain(said);
  });
});
