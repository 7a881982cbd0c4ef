import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { saveDraft } from "@/lib/commands/record/save-draft";
import { submitRecord } from "@/lib/commands/record/submit-record";
import { freezeReport } from "@/lib/commands/report/freeze-report";
import { database } from "@/lib/db/client";
import { findSignedIn } from "@/lib/db/sessions/sessions";
import type { SignedIn } from "@/lib/domain/people/actor";
import { queueState } from "@/lib/domain/review/queue";
import { listTimeline } from "@/lib/queries/history/timeline";
import { countUnread } from "@/lib/queries/notification/notices";
import { namesOfAnswers } from "@/lib/queries/record/answers";
import { findDiscussion } from "@/lib/queries/record/discussion";
import { listFiles } from "@/lib/queries/record/files";
import { listOwnPlans } from "@/lib/queries/record/plans";
import { findRecord, listEarlierTitles } from "@/lib/queries/record/records";
import { namesOfProjects } from "@/lib/queries/record/related-projects";
import { listReportHistory } from "@/lib/queries/report/history";
import {
  findOfficeReport,
  listMissingRecords,
  listReportCities,
} from "@/lib/queries/report/reports";
import { findAround } from "@/lib/queries/review/queue";
import { findSubmission } from "@/lib/queries/review/submissions";
import { type Cast, getCast } from "@/tests/support/cast";
import { aMilestone } from "@/tests/support/examples";
import { aPublishedProject, aReadyProject, aSave, must, typeInto } from "@/tests/support/factories";
import { aReport } from "@/tests/support/reports";
import { countStatements, namesReadBy } from "@/tests/support/statements";

// A request of an editor starts with the look-up of the session. Its statements count too.
const maxStatements = 10;

const contribution = { id: randomUUID(), outcome: "competitive-economy", how: "It does." };

let cast: Cast;
beforeAll(async () => {
  cast = await getCast();
});

test.each([
  ["a text", "dataNote", "", "Typed"],
  ["a list that chooses terms of the framework", "contributions", [], [contribution]],
])("saving %s takes at most ten statements", async (_, field, seen, value) => {
  const recordId = await aReadyProject(cast);
  const statements = await countStatements(async () => {
    const reader = await findSignedIn(cast.editorOfPhuket.sessionId, new Date());
    if (!reader) throw new Error("signed out");
    must(await saveDraft(reader, aSave(recordId, [{ field, seen, value }])));
  });
  expect(statements.length, statements.join("\n")).toBeLessThanOrEqual(maxStatements);
});

test("opening the editor takes at most ten statements, with everything on its page", async () => {
  const recordId = await aPublishedProject(cast);
  // Names the queries of the page and of the frame around it.
  const reads: Record<string, (reader: SignedIn) => Promise<unknown>> = {
    findRecord: (reader) => findRecord(reader, "project", recordId),
    listEarlierTitles: (reader) => listEarlierTitles(reader, recordId, "Another title"),
    findDiscussion: (reader) => findDiscussion(reader, recordId),
    listTimeline: (reader) => listTimeline(reader, recordId),
    listOwnPlans,
    countUnread,
    namesOfProjects: (reader) => namesOfProjects(reader, [recordId]),
  };
  expect(Object.keys(reads).sort()).toEqual(
    namesReadBy(
      "app/(office)/office/layout.tsx",
      "app/(office)/office/projects/[projectId]/page.tsx",
    ),
  );
  const statements = await countStatements(async () => {
    const reader = await findSignedIn(cast.editorOfPhuket.sessionId, new Date());
    if (!reader) throw new Error("signed out");
    for (const read of Object.values(reads)) await read(reader);
  });
  expect(statements.length, statements.join("\n")).toBeLessThanOrEqual(maxStatements);
});

test.each(["reviewer", "leadOfPhuket", "representativeOfThailand", "administrator"] as const)(
  "reading a submission takes the %s at most eight statements, with everything on its page",
  async (role) => {
    const recordId = await aPublishedProject(cast);
    await typeInto(cast, recordId, { milestones: [[], [aMilestone({ doneOn: "2025" })]] });
    const { submissionId } = must(await submitRecord(cast.leadOfPhuket, { recordId }));
    const reads: Record<string, (reader: SignedIn) => Promise<unknown>> = {
      findSubmission: (reader) => findSubmission(reader, submissionId),
      findAround: (reader) => findAround(reader, submissionId, queueState.parse({}), new Date()),
      listOwnPlans,
      countUnread,
      namesOfProjects: (reader) => namesOfProjects(reader, [recordId]),
      namesOfAnswers: (reader) => namesOfAnswers(reader, recordId, []),
      listFiles: (reader) => listFiles(reader, [randomUUID()]),
    };
    expect(Object.keys(reads).sort()).toEqual(
      namesReadBy(
        "app/(office)/office/layout.tsx",
        "app/(office)/office/named-in.ts",
        "app/(office)/office/submissions/[submissionId]/page.tsx",
      ),
    );
    const statements = await countStatements(async () => {
      const reader = await findSignedIn(cast[role].sessionId, new Date());
      if (!reader) throw new Error("signed out");
      for (const read of Object.values(reads)) await read(reader);
    });
    expect(statements.length, statements.join("\n")).toBeLessThanOrEqual(8);
  },
);

test.each(["administrator", "reviewer", "leadOfPhuket", "representativeOfThailand"] as const)(
  "reading the board of a report takes the %s at most eight statements, open or frozen",
  async (role) => {
    const open = await openedReport(await aReport(cast));
    const frozenId = await aReport(cast);
    must(await freezeReport(cast.administrator, { reportId: frozenId }));
    const frozen = await openedReport(frozenId);
    const numbers = [];
    for (const report of [open, frozen]) {
      const reads: Record<string, (reader: SignedIn) => Promise<unknown>> = {
        findOfficeReport: (reader) => findOfficeReport(reader, report.slug),
        listReportCities: (reader) => listReportCities(reader, report),
        listMissingRecords: (reader) => listMissingRecords(reader, report, "phuket"),
        listReportHistory: (reader) => listReportHistory(reader, report.slug),
        listOwnPlans,
        countUnread,
      };
      expect(Object.keys(reads).sort()).toEqual(
        namesReadBy(
          "app/(office)/office/layout.tsx",
          "app/(office)/office/reports/[slug]/page.tsx",
        ),
      );
      const statements = await countStatements(async () => {
        const reader = await findSignedIn(cast[role].sessionId, new Date());
        if (!reader) throw new Error("signed out");
        for (const read of Object.values(reads)) await read(reader);
      });
      expect(statements.length, statements.join("\n")).toBeLessThanOrEqual(8);
      numbers.push(statements.length);
    }
    expect(numbers[0]).toBe(numbers[1]);
  },
);

async function openedReport(id: string) {
  const { slug } = await database().report.findUniqueOrThrow({ where: { id } });
  const report = await findOfficeReport(cast.administrator, slug);
  if (!report) throw new Error("There is no such report");
  return report;
}
