import "server-only";
import { validate as isUuid } from "uuid";
import { database } from "@/lib/db/client";
import { getFrameworkTerms } from "@/lib/db/frameworks";
import { assessableOf } from "@/lib/domain/assessment/assessable";
import type { SignedIn } from "@/lib/domain/people/actor";
import { can } from "@/lib/domain/people/policy";
import { readEditionContent } from "@/lib/domain/record/edition";
import { periodOf } from "@/lib/domain/record/plan";
import { toDay } from "@/lib/domain/values/day";

/**
 * Returns every assessment of a record with what became of it, and what of its newest edition can be assessed, for those
 * who write assessments. Null for everybody else, and when nothing of the record was published.
 */
export async function findAssessments(reader: SignedIn, recordId: string) {
  if (!isUuid(recordId) || !can(reader, "assessment.write", { recordId })) return null;
  const record = await database().record.findUnique({
    where: { id: recordId },
    select: {
      kind: true,
      city: { select: { name: true, timeZone: true } },
      plan: { select: planColumns },
      project: { select: { plan: { select: planColumns } } },
      editions: { orderBy: { number: "desc" }, take: 1, select: { content: true } },
      assessments: {
        orderBy: [{ at: "desc" }, { kind: "asc" }, { outcome: "asc" }, { id: "asc" }],
        include: {
          by: { select: { name: true } },
          step: {
            select: {
              kind: true,
              outcome: true,
              reason: true,
              at: true,
              by: { select: { name: true } },
            },
          },
        },
      },
    },
  });
  const plan = record?.plan ?? record?.project?.plan;
  const edition = record?.editions[0];
  if (!record || !plan || !edition) return null;
  const { fields } = readEditionContent(edition.content);
  const assessable = assessableOf(fields);
  const { outcomes } = await getFrameworkTerms(database(), { id: plan.frameworkId });
  const all = record.assessments.map(({ by, knownOn, ...assessment }) => ({
    ...assessment,
    knownOn: toDay(knownOn),
    byName: by?.name ?? null,
    /** Empty for a project as a whole, and for what the newest edition does not have any more. */
    entryName: assessable.find(({ entryId }) => entryId === assessment.entryId)?.name ?? "",
  }));
  return {
    recordId,
    kind: record.kind,
    city: record.city,
    title: "title" in fields ? fields.title : "",
    period: periodOf(plan),
    outcomes,
    assessable,
    open: all.filter(({ step }) => step === null),
    ended: all.filter(({ step }) => step !== null),
  };
}

const planColumns = { frameworkId: true, startYear: true, endYear: true } as const;
