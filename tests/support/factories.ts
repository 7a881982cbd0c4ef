import { randomUUID } from "node:crypto";
import { createProject } from "@/lib/commands/record/create-project";
import { saveDraft } from "@/lib/commands/record/save-draft";
import { submitRecord } from "@/lib/commands/record/submit-record";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { openThread } from "@/lib/commands/review/open-thread";
import { importSheet } from "@/lib/commands/sheet/import-sheet";
import { database, inTransaction } from "@/lib/db/client";
import { makePasswordLink } from "@/lib/db/password-links";
import type { ProjectFields } from "@/lib/domain/record/project";
import type { Result } from "@/lib/domain/result/result";
import { findRestore } from "@/lib/queries/history/restore";
import { findRecord } from "@/lib/queries/record/records";
import type { Cast } from "@/tests/support/cast";
import { aMilestone as anyMilestone } from "@/tests/support/examples";

/** The person who writes what the factories make. */
type Author = Pick<Cast, "leadOfPhuket">;

/** Returns the id of a city's plan. */
export async function aPlanOf(citySlug: string): Promise<string> {
  const plan = await database().plan.findFirstOrThrow({
    where: { city: { slug: citySlug } },
    select: { id: true },
  });
  return plan.id;
}

/** Returns a new project of Phuket that was never published and lacks nothing that a submission needs. */
export async function aReadyProject(cast: Author): Promise<string> {
  const planId = await aPlanOf("phuket");
  const title = `A project ${randomUUID()}`;
  const { projectId } = must(await createProject(cast.leadOfPhuket, { planId, title }));
  await typeInto(cast, projectId, {
    summary: ["", "What it is about."],
    stage: ["not_stated", "planning"],
    focusAreas: [[], [aFocusArea("civic-social")]],
  });
  return projectId;
}

/** Returns a submission of a new project of Phuket, sent by its lead. */
export async function aSubmission(
  cast: Author,
  { needsClearance = false }: { needsClearance?: boolean } = {},
): Promise<string> {
  const recordId = await aReadyProject(cast);
  const thailand = { where: { code: "TH" } };
  await database().country.update({ ...thailand, data: { requiresClearance: needsClearance } });
  const submitted = await submitRecord(cast.leadOfPhuket, { recordId });
  await database().country.update({ ...thailand, data: { requiresClearance: false } });
  return must(submitted).submissionId;
}

/**
 * Returns a thread that a reviewer opened on the summary of a new submission of Phuket, with a suggestion if one is
 * given.
 */
export async function aThread(
  cast: Author & Pick<Cast, "reviewer">,
  suggestion?: string,
): Promise<string> {
  const submissionId = await aSubmission(cast);
  const asked = { submissionId, field: "summary", text: "Is this still so?" };
  const suggested = suggestion === undefined ? {} : { isSuggestion: "on", suggestion };
  return must(await openThread(cast.reviewer, { ...asked, ...suggested })).threadId;
}

/** Returns a new project of Phuket that was published as its lead wrote it. */
export async function aPublishedProject(
  cast: Author & Pick<Cast, "reviewer">,
  submittedAt?: Date,
): Promise<string> {
  const recordId = await aReadyProject(cast);
  const sent = await submitRecord(cast.leadOfPhuket, { recordId }, submittedAt);
  const { submissionId } = must(sent);
  must(await approveSubmission(cast.reviewer, { submissionId }));
  return recordId;
}

/** Types into a record's draft as the lead of Phuket. Each field has the value seen and the new value. */
export async function typeInto(
  cast: Author,
  recordId: string,
  fields: Record<string, [seen: unknown, value: unknown]>,
) {
  const changes = Object.entries(fields).map(([field, [seen, value]]) => ({ field, seen, value }));
  return must(await saveDraft(cast.leadOfPhuket, aSave(recordId, changes)));
}

/** Returns the hash of the draft that the lead of Phuket sees before a restore. */
export async function whatIsSeen(
  cast: Author,
  recordId: string,
  asked: { change: string; side: "before" | "after" } | { edition: number },
): Promise<string> {
  const record = await findRecord(cast.leadOfPhuket, "project", recordId);
  if (!record) throw new Error(`${recordId} is no project of Phuket`);
  const values = { ...record.fields, internalNotes: record.internalNotes };
  const shown = { id: recordId, kind: "project" as const, values };
  const found = await findRestore(cast.leadOfPhuket, shown, asked);
  if (!found) throw new Error(`${recordId} has nothing of this to restore`);
  return found.seen;
}

/** Returns the input of a save with these changes, with a new key and without a version. */
export function aSave(recordId: string, changes: unknown) {
  return { recordId, key: randomUUID(), version: null, changes };
}

/** Adds an editor of Phuket who was sent a link and has not set a password yet. */
export async function aPerson(): Promise<string> {
  const now = new Date();
  const personId = randomUUID();
  const email = `${personId}@tests.example`;
  const { id: cityId } = await database().city.findUniqueOrThrow({
    where: { slug: "phuket" },
    select: { id: true },
  });
  await inTransaction(async (tx) => {
    await tx.person.create({
      data: { id: personId, email, name: "New editor of Phuket", createdAt: now },
    });
    await tx.grant.create({
      data: { id: randomUUID(), personId, role: "editor", cityId, grantedAt: now },
    });
    await makePasswordLink(tx, personId, now);
  });
  return personId;
}

/** Returns a milestone that is neither done nor dropped. */
export function aMilestone(
  more: Partial<ProjectFields["milestones"][number]> = {},
): ProjectFields["milestones"][number] {
  return anyMilestone({ title: "Opening", ...more });
}

function aFocusArea(focusArea: string): ProjectFields["focusAreas"][number] {
  return { id: randomUUID(), focusArea, projectType: null, ownLabel: "" };
}

/** Returns the rows of a city's own sheet with one new project. */
export function aSheetOf(planId: string) {
  const rows = [
    { at: 1, cells: ["Title"] },
    { at: 2, cells: [`A project from a sheet ${randomUUID()}`] },
  ];
  const tables = [{ name: "Ours", isCsv: false, encoding: null, rows }];
  return { planId, importId: randomUUID(), fileName: "ours.xlsx", tables };
}

/** Imports such a sheet for the plan of Phuket as its lead. Returns the id of the import. */
export async function aSheetImport(cast: Author): Promise<string> {
  const sheet = aSheetOf(await aPlanOf("phuket"));
  return must(await importSheet(cast.leadOfPhuket, sheet)).importId;
}

/** Returns the value of a successful result; throws when it is a refusal. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
