import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { claimSubmission } from "@/lib/commands/review/claim-submission";
import { holdSubmission } from "@/lib/commands/review/hold-submission";
import { database } from "@/lib/db/client";
import { openReport } from "@/lib/db/reports";
import { findSignedIn } from "@/lib/db/sessions/sessions";
import type { SignedIn } from "@/lib/domain/people/actor";
import { dueOf } from "@/lib/domain/report/deadline";
import { type QueueSort, type QueueState, queueSorts, queueState } from "@/lib/domain/review/queue";
import { countUnread } from "@/lib/queries/notification/notices";
import { listFiles } from "@/lib/queries/record/files";
import { listOwnPlans } from "@/lib/queries/record/plans";
import { namesOfProjects } from "@/lib/queries/record/related-projects";
import { listBoard } from "@/lib/queries/review/board";
import {
  findAround,
  findMedianDays,
  listQueue,
  listQueueCities,
  type QueueRow,
} from "@/lib/queries/review/queue";
import { findSubmission } from "@/lib/queries/review/submissions";
import { type Cast, getCast } from "@/tests/support/cast";
import { aSubmission, must } from "@/tests/support/factories";
import { manyProjects } from "@/tests/support/many-projects";
import { manySubmissions } from "@/tests/support/many-submissions";
import { countStatements } from "@/tests/support/statements";

const now = new Date("2026-08-01T00:00:00Z");
const asked = (params: Record<string, unknown>): QueueState => queueState.parse(params);

let cast: Cast;
beforeAll(async () => {
  cast = await getCast();
  const plans = await database().plan.findMany({ select: { id: true } });
  await manyProjects(
    plans.map((plan) => plan.id),
    Array.from({ length: 5000 }, (_, n) => ({ title: `Project ${n}` })),
  );
  await manySubmissions(500, cast.leadOfPhuket.personId);
  await aReportWithAnExtension();
});

/** Makes an open report and extends it for Makassar. */
async function aReportWithAnExtension() {
  const report = await database().report.create({
    data: {
      id: randomUUID(),
      slug: "queue-2026",
      name: "Report 2026",
      asOf: new Date("2026-09-30"),
      opensAt: new Date("2026-05-01T00:00:00Z"),
      dueAt: new Date("2026-07-15T00:00:00Z"),
      createdAt: now,
    },
  });
  const makassar = await database().city.findUniqueOrThrow({ where: { slug: "makassar" } });
  for (const [until, grantedAt] of [
    ["2026-07-20", "2026-07-01"],
    ["2026-09-01", "2026-07-10"],
  ] as const) {
    await database().reportExtension.create({
      data: {
        id: randomUUID(),
        reportId: report.id,
        cityId: makassar.id,
        until: new Date(until),
        reason: "The flood.",
        grantedAt: new Date(grantedAt),
        grantedById: cast.administrator.personId,
      },
    });
  }
}

/** Returns every row of a part, page by page. */
async function wholeQueue(reader: SignedIn, params: Record<string, unknown>) {
  const rows: QueueRow[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await listQueue(reader, asked({ ...params, after }), now);
    rows.push(...page.submissions);
    after = page.after;
  }
  return rows;
}

describe("500 waiting submissions", () => {
  const keys: Record<QueueSort, (row: QueueRow) => string | number> = {
    deadline: (row) => row.dueAt?.getTime() ?? Number.POSITIVE_INFINITY,
    age: () => 0,
    country: (row) => row.country,
    size: (row) => -row.changedFields,
  };

  test.each(queueSorts)("come once each, page by page, in the order of %s", async (sort) => {
    const rows = await wholeQueue(cast.reviewer, { part: "decision", sort });
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(300);
    const key = keys[sort];
    const inOrder = rows.toSorted((a, b) => {
      const [left, right] = [key(a), key(b)];
      if (left !== right) return left < right ? -1 : 1;
      return a.submittedAt.getTime() - b.submittedAt.getTime() || (a.id < b.id ? -1 : 1);
    });
    expect(rows.map((row) => row.id)).toEqual(inOrder.map((row) => row.id));
  });

  test("are filtered by kind of change, by country, and by the reviewer to whom they are assigned", async () => {
    const closing = await wholeQueue(cast.reviewer, { part: "decision", change: "closing" });
    expect(new Set(closing.map((row) => row.change))).toEqual(new Set(["closing"]));
    const malaysia = await wholeQueue(cast.reviewer, { part: "decision", country: "MY" });
    expect(new Set(malaysia.map((row) => row.countryCode))).toEqual(new Set(["MY"]));

    const [first] = malaysia;
    must(await claimSubmission(cast.reviewer, { submissionId: first?.id, seen: "" }));
    const mine = await wholeQueue(cast.reviewer, { part: "decision", assigned: "me" });
    expect(mine.map((row) => [row.id, row.assignedTo])).toEqual([[first?.id, cast.reviewer.name]]);
    const unassigned = await wholeQueue(cast.reviewer, { part: "decision", assigned: "nobody" });
    expect(unassigned.some((row) => row.id === first?.id)).toBe(false);
  });

  test("are due on the due date of their city, which an extension moves", async () => {
    const open = await openReport(database(), now);
    const rows = await wholeQueue(cast.reviewer, { part: "decision" });
    expect(open && rows.map((row) => row.dueAt)).toEqual(
      rows.map((row) => open && dueOf(open, row.cityId)),
    );
    expect(rows.at(-1)).toMatchObject({ city: "Makassar", dueAt: new Date("2026-09-01") });
  });

  test("are only those of their own country for a representative", async () => {
    const rows = await wholeQueue(cast.representativeOfIndonesia, { part: "clearance" });
    expect(new Set(rows.map((row) => row.countryCode))).toEqual(new Set(["ID"]));
  });

  test("have links to the next and the previous one with the same filters, also from one that was decided", async () => {
    const state = asked({ part: "decision", country: "MY", sort: "size" });
    const rows = await wholeQueue(cast.reviewer, state);
    const idOf = (index: number) => rows[index]?.id ?? "";
    const around = (id: string) => findAround(cast.reviewer, id, state, now);
    expect(await around(idOf(0))).toMatchObject({ previous: null, next: idOf(1) });
    expect(await around(idOf(1))).toMatchObject({ previous: idOf(0), next: idOf(2) });
    expect(await around(idOf(rows.length - 1))).toMatchObject({ next: null });

    must(await approveSubmission(cast.reviewer, { submissionId: idOf(1) }));
    expect(await around(idOf(1))).toMatchObject({ previous: idOf(0), next: idOf(2) });
  });

  test("are handed over among reviewers, whose names only the secretariat sees", async () => {
    const submissionId = await aSubmission(cast);
    const { reviewers } = await findAround(cast.reviewer, submissionId, {}, now);
    expect(reviewers.map((person) => person.id)).toEqual(
      expect.arrayContaining([cast.reviewer.personId, cast.otherReviewer.personId]),
    );
    expect((await findAround(cast.leadOfPhuket, submissionId, {}, now)).reviewers).toEqual([]);
  });
});

test("a hold is shown to everybody who sees the submission", async () => {
  const submissionId = await aSubmission(cast, { needsClearance: true });
  must(
    await holdSubmission(cast.representativeOfThailand, {
      submissionId,
      reason: "Not yet agreed.",
    }),
  );
  for (const reader of [cast.reviewer, cast.leadOfPhuket]) {
    const rows = await wholeQueue(reader, { part: "clearance" });
    expect(rows.find((row) => row.id === submissionId)).toMatchObject({
      isHeld: true,
      heldBecause: "Not yet agreed.",
    });
  }
});

test("the median is computed from the answers of 90 days", async () => {
  const median = () => findMedianDays(cast.leadOfMakassar, now);
  expect(await median()).toBeNull();
  const rows = await wholeQueue(cast.leadOfMakassar, { part: "decision" });
  for (const [index, days] of [2, 4, 100].entries()) {
    const row = rows[index];
    if (!row) throw new Error("Makassar sent three");
    const decidedAt = new Date(row.submittedAt.getTime() + days * 86_400_000);
    await approveSubmission(cast.reviewer, { submissionId: row.id }, decidedAt);
  }
  const newest = new Date(
    Math.max(...rows.map((row) => row.submittedAt.getTime())) + 101 * 86_400_000,
  );
  expect((await findMedianDays(cast.leadOfMakassar, newest))?.count).toBeGreaterThan(0);
  const { decidedAt } = await database().decision.findFirstOrThrow({
    where: { submissionId: rows[1]?.id ?? "" },
  });
  const soon = new Date(decidedAt.getTime() + 86_400_000);
  expect(await findMedianDays(cast.leadOfMakassar, soon)).toMatchObject({ days: 4 });
});

test("the queue takes the same number of statements for everybody, and at most eight with its frame", async () => {
  const counts: number[] = [];
  for (const reader of [
    cast.reviewer,
    cast.administrator,
    cast.representativeOfIndonesia,
    cast.leadOfPhuket,
    cast.editorOfMakassar,
  ]) {
    const statements = await countStatements(async () => {
      await listQueue(reader, asked({}), now);
      await listQueueCities(reader);
      await findMedianDays(reader, now);
    });
    counts.push(statements.length);
  }
  const frame = await countStatements(async () => {
    await findSignedIn(cast.leadOfPhuket.sessionId, new Date());
    await listOwnPlans(cast.leadOfPhuket);
    await countUnread(cast.leadOfPhuket);
  });
  expect(new Set(counts).size).toBe(1);
  expect(Math.max(...counts) + frame.length).toBeLessThanOrEqual(8);
});

describe("the board", () => {
  test("shows for every city what waits for whom, and who is late", async () => {
    const board = await listBoard(cast.reviewer, undefined, now);
    const rows = await Promise.all(
      ["decision", "clearance"].map((part) => wholeQueue(cast.reviewer, { part })),
    );
    for (const city of board) {
      const [toDecide, waiting] = rows.map((part) => part.filter((row) => row.city === city.name));
      expect(city.toDecide, city.name).toBe(toDecide?.length);
      expect(city.toClear + city.held, city.name).toBe(waiting?.length);
      expect(city.held, city.name).toBe(waiting?.filter((row) => row.isHeld).length);
    }
    const phuket = board.find((city) => city.slug === "phuket");
    expect(phuket).toMatchObject({ isLate: true, dueAt: new Date("2026-07-15T00:00:00Z") });
    // Makassar has an extension.
    expect(board.find((city) => city.slug === "makassar")?.isLate).toBe(false);
  });

  test("has only the own country for a representative, and takes one statement for everybody", async () => {
    const own = await listBoard(cast.representativeOfIndonesia, undefined, now);
    expect(new Set(own.map((city) => city.countryCode))).toEqual(new Set(["ID"]));
    expect(await listBoard(cast.representativeOfIndonesia, "TH", now)).toEqual([]);
    for (const reader of [cast.reviewer, cast.representativeOfIndonesia]) {
      const statements = await countStatements(() => listBoard(reader, undefined, now));
      expect(statements).toHaveLength(1);
    }
  });
});

test("the page of a submission takes at most eight statements for every reader", async () => {
  const submissionId = await aSubmission(cast);
  for (const { sessionId } of [cast.reviewer, cast.representativeOfThailand, cast.leadOfPhuket]) {
    const statements = await countStatements(async () => {
      const reader = await findSignedIn(sessionId, new Date());
      if (!reader) throw new Error("signed out");
      await listOwnPlans(reader);
      await countUnread(reader);
      await findSubmission(reader, submissionId);
      await findAround(reader, submissionId, {}, now);
      await namesOfProjects(reader, [submissionId]);
      await listFiles(reader, [submissionId]);
    });
    expect(statements.length, statements.join("\n")).toBeLessThanOrEqual(8);
  }
});
