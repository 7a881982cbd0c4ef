import "server-only";
import { validate as isUuid } from "uuid";
import { database } from "@/lib/db/client";
import { getFrameworkTerms } from "@/lib/db/frameworks";
import type { SignedIn } from "@/lib/domain/actor";
import { toDay } from "@/lib/domain/day";
import { periodOf, planSlug } from "@/lib/domain/plan";
import { type FieldsOf, parseFields, type RecordKind } from "@/lib/domain/record";
import { reviewStateOf } from "@/lib/domain/review-state";
import { visibleRecords } from "@/lib/queries/visible";

/**
 * A record with its draft, its plan's framework and where it stands, for the page on which it is edited.
 * Null when there is none of this kind that is the reader's.
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
      city: { select: { name: true, slug: true, timeZone: true } },
      plan: { select: planColumns },
      project: { select: { slug: true, plan: { select: planColumns } } },
      draft: {
        select: {
          content: true,
          contentHash: true,
          internalNotes: true,
          editedAt: true,
          editedBy: { select: { name: true } },
        },
      },
      submissions: { orderBy: { submittedAt: "desc" }, take: 1, select: submissionColumns },
      editions: {
        orderBy: { number: "desc" },
        take: 1,
        select: { number: true, hash: true, effectiveOn: true, publishedAt: true },
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
    editedAt: record.draft.editedAt,
    editedByName: record.draft.editedBy?.name ?? null,
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

/** Titles under which a project was published before, newest first, each with the day until which it held. */
export async function listEarlierTitles(
  reader: SignedIn,
  projectId: string,
  title: string,
): Promise<{ title: string; until: string }[]> {
  const editions = await database().editionSpan.findMany({
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
