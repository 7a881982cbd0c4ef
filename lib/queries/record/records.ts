import "server-only";
import { validate as isUuid } from "uuid";
import { database } from "@/lib/db/client";
import { getFrameworkTerms } from "@/lib/db/frameworks";
import { findLastChanges } from "@/lib/db/last-changes";
import type { SignedIn } from "@/lib/domain/people/actor";
import { compareAges } from "@/lib/domain/progress/ages";
import { readEditionContent } from "@/lib/domain/record/edition";
import { periodOf, planSlug } from "@/lib/domain/record/plan";
import { listIssues } from "@/lib/domain/record/readiness";
import { type FieldsOf, parseFields } from "@/lib/domain/record/record";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import type { DraftNow, Values } from "@/lib/domain/record/typing";
import { reviewStateOf } from "@/lib/domain/review/review-state";
import { toDay } from "@/lib/domain/values/day";
import { visibleRecords } from "@/lib/queries/shared/visible";

/**
 * Returns a record with its draft, its plan's framework and its status, for the edit page. Null when this reader has no
 * such record of this kind.
 */
export async function findRecord<K extends RecordKind>(
  reader: SignedIn,
  kind: K,
  recordId: string,
) {
  if (!isUuid(recordId)) return null;
  const record = await database().record.findFirst({
    where: { AND: [{ id: recordId, kind }, visibleRecords(reader)] },
    select: {
      id: true,
      cityId: true,
      city: {
        select: {
          name: true,
          slug: true,
          countryCode: true,
          timeZone: true,
          latitude: true,
          longitude: true,
          officialLanguages: true,
        },
      },
      plan: { select: planColumns },
      project: { select: { slug: true, plan: { select: planColumns } } },
      draft: {
        select: {
          content: true,
          contentHash: true,
          internalNotes: true,
          version: true,
          editedAt: true,
          editedBy: { select: { name: true } },
        },
      },
      submissions: { orderBy: { submittedAt: "desc" }, take: 1, select: submissionColumns },
      editions: {
        orderBy: { number: "desc" },
        take: agedEditions,
        select: { number: true, hash: true, effectiveOn: true, publishedAt: true, content: true },
      },
    },
  });
  const plan = record?.plan ?? record?.project?.plan;
  if (!record?.draft || !plan) return null;

  const fields: FieldsOf<K> = parseFields(kind, record.draft.content);
  const submission = record.submissions[0] ?? null;
  const edition = record.editions[0] ?? null;
  return {
    id: record.id,
    cityId: record.cityId,
    city: record.city,
    slug: record.project?.slug ?? planSlug(plan),
    plan: { id: plan.id, period: periodOf(plan) },
    framework: await getFrameworkTerms(database(), { id: plan.frameworkId }),
    fields,
    internalNotes: record.draft.internalNotes,
    version: record.draft.version,
    editedAt: record.draft.editedAt,
    editedByName: record.draft.editedBy?.name ?? null,
    ages: compareAges(kind, fields, record.editions.map(toAged)),
    reviewState: reviewStateOf({
      draftHash: record.draft.contentHash,
      publishedHash: edition?.hash ?? null,
      lastSubmission: submission?.state ?? null,
    }),
    submission: submission && {
      id: submission.id,
      submittedAt: submission.submittedAt,
      submittedByName: submission.submittedBy.name,
      question: submission.decisions.find((step) => step.kind === "clarification_asked") ?? null,
    },
    edition: edition && {
      number: edition.number,
      effectiveOn: toDay(edition.effectiveOn),
      publishedAt: edition.publishedAt,
    },
  };
}

/**
 * Returns a record's present draft for an open form: every field, who changed it last, and what is missing. Null for a
 * record whose draft the reader may not see.
 */
export async function findDraft(reader: SignedIn, recordId: string): Promise<DraftNow | null> {
  if (!isUuid(recordId)) return null;
  const record = await database().record.findFirst({
    where: { AND: [{ id: recordId }, visibleRecords(reader)] },
    select: {
      kind: true,
      draft: { select: { content: true, internalNotes: true, version: true } },
    },
  });
  if (!record?.draft) return null;
  const content = parseFields(record.kind, record.draft.content);
  const fields: Values = { ...content, internalNotes: record.draft.internalNotes };
  return {
    version: record.draft.version,
    fields,
    changes: await findLastChanges(database(), recordId, Object.keys(fields)),
    issues: listIssues(record.kind, content),
  };
}

/**
 * The number of editions from which ages are computed; a record is published a few times a year. A part that did not
 * change for longer counts from the oldest of them.
 */
export const agedEditions = 24;

/** Converts an edition for computing ages. */
export function toAged(edition: { effectiveOn: Date; content: unknown }) {
  return {
    effectiveOn: toDay(edition.effectiveOn),
    fields: readEditionContent(edition.content).fields,
  };
}

const planColumns = { id: true, startYear: true, endYear: true, frameworkId: true } as const;

const submissionColumns = {
  id: true,
  state: true,
  submittedAt: true,
  submittedBy: { select: { name: true } },
  decisions: {
    select: { kind: true, reason: true, decidedAt: true, decidedBy: { select: { name: true } } },
  },
} as const;

/** Lists titles under which a project was published before, newest first, each with the day until which it held. */
export async function listEarlierTitles(
  reader: SignedIn,
  projectId: string,
  title: string,
): Promise<{ title: string; until: string }[]> {
  const editions = await database().editionPeriod.findMany({
    where: { recordId: projectId, kind: "project", record: visibleRecords(reader) },
    orderBy: { fromDay: "desc" },
    select: { title: true, untilDay: true },
  });
  const earlier = new Map<string, string>();
  for (const edition of editions) {
    if (edition.untilDay === null || edition.title === title || earlier.has(edition.title))
      continue;
    earlier.set(edition.title, toDay(edition.untilDay));
  }
  return [...earlier].map(([text, until]) => ({ title: text, until }));
}
