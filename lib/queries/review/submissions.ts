import "server-only";
import * as z from "zod";
import { database } from "@/lib/db/client";
import { frameworkColumns, toFrameworkTerms } from "@/lib/db/frameworks";
import { findLastChanges } from "@/lib/db/last-changes";
import { findWriters } from "@/lib/db/writers";
import { type AssessmentAnswer, assessmentAnswers } from "@/lib/domain/assessment/assessment";
import { isOfSecretariat, type SignedIn } from "@/lib/domain/people/actor";
import { can } from "@/lib/domain/people/policy";
import { compareAges } from "@/lib/domain/progress/ages";
import { periodOf, planSlug } from "@/lib/domain/record/plan";
import { parseFields } from "@/lib/domain/record/record";
import { ratedClaims } from "@/lib/domain/review/evidence-rating";
import type { Suggestion } from "@/lib/domain/review/suggestion";
import { beforeColumns, readBefore } from "@/lib/queries/review/submission-before";
import { visibleSubmissions } from "@/lib/queries/shared/visible";

/**
 * Returns a submission with everything needed to judge it: its fields, those of the edition that was public before it,
 * the terms of both, decisions and comments. Null when this reader may not see it.
 */
export async function findSubmission(reader: SignedIn, submissionId: string) {
  if (!z.uuid().safeParse(submissionId).success) return null;
  const found = await database().submission.findFirst({
    where: { AND: [{ id: submissionId }, visibleSubmissions(reader)] },
    select: {
      id: true,
      content: true,
      change: true,
      state: true,
      needsClearance: true,
      submittedAt: true,
      submittedById: true,
      submittedBy: { select: { name: true } },
      assignedToId: true,
      assignedTo: { select: { name: true } },
      publishAt: true,
      scheduledBy: { select: { name: true } },
      holds: {
        orderBy: { heldAt: "asc" },
        select: {
          id: true,
          reason: true,
          heldAt: true,
          heldBy: { select: { name: true } },
          releasedAt: true,
          releasedBy: { select: { name: true } },
        },
      },
      city: {
        select: {
          id: true,
          slug: true,
          name: true,
          timeZone: true,
          country: { select: { code: true, name: true, submitterMayDecide: true } },
        },
      },
      record: {
        select: {
          id: true,
          kind: true,
          plan: { select: { ...inFramework, startYear: true, endYear: true } },
          project: { select: { slug: true, plan: { select: inFramework } } },
          ...beforeColumns,
          // What the tracker assesses and nobody of the secretariat took back, with the city's answer.
          assessments: {
            where: {
              OR: [{ step: null }, { step: { kind: { in: [...assessmentAnswers] } } }],
            },
            orderBy: [{ kind: "asc" }, { outcome: "asc" }, { id: "asc" }],
            select: {
              kind: true,
              entryId: true,
              outcome: true,
              step: { select: { kind: true, reason: true } },
            },
          },
          // Threads of the whole record: a question stays until it is resolved, also when the record is sent again.
          threads: {
            orderBy: { openedAt: "asc" },
            select: {
              id: true,
              field: true,
              itemId: true,
              openedById: true,
              openedBy: { select: { name: true } },
              openedAt: true,
              suggestion: true,
              answer: true,
              answeredAt: true,
              answeredBy: { select: { name: true } },
              resolvedAt: true,
              resolvedBy: { select: { name: true } },
              comments: commentsInOrder,
            },
          },
        },
      },
      decisions: {
        orderBy: { decidedAt: "asc" },
        select: {
          id: true,
          kind: true,
          reason: true,
          bySubmitter: true,
          decidedAt: true,
          decidedBy: { select: { name: true } },
        },
      },
      comments: { where: { threadId: null }, ...commentsInOrder },
      // Notes of this submission; for the secretariat alone.
      notes: { where: isOfSecretariat(reader) ? {} : { id: { in: [] } }, ...commentsInOrder },
      ratings: {
        orderBy: { at: "desc" },
        select: { claim: true, level: true, sentence: true, at: true },
      },
      edition: { select: { number: true, publishedAt: true } },
    },
  });
  if (!found) return null;
  const { record, content, ...submission } = found;
  const { plan, project, kind } = record;
  const framework = plan?.framework ?? project?.plan.framework;
  const slug = project?.slug ?? (plan && planSlug(plan));
  if (!framework || !slug) throw new Error(`Record ${record.id} is not whole`);
  const fields = parseFields(kind, content);
  const [{ editions, beforeQuestion }, writers, writerIds] = await Promise.all([
    readBefore(reader, record, submission),
    findLastChanges(database(), record.id, Object.keys(fields), submission.submittedAt),
    can(reader, "submission.decide", submission)
      ? findWriters(database(), { recordId: record.id, submittedAt: submission.submittedAt })
      : [],
  ]);
  return {
    ...submission,
    // These make a submission the input of lib/domain/review/steps.ts.
    cityId: submission.city.id,
    countryCode: submission.city.country.code,
    submitterMayDecide: submission.city.country.submitterMayDecide,
    isHeld: submission.holds.some((hold) => hold.releasedAt === null),
    ratings: ratedClaims.flatMap(
      (claim) => submission.ratings.find((rating) => rating.claim === claim) ?? [],
    ),
    threads: record.threads.map((thread) => ({
      ...thread,
      // Only openThread writes this column.
      suggestion: thread.suggestion as Suggestion | null,
    })),
    assessments: record.assessments.map(({ step, ...assessment }) => ({
      ...assessment,
      // The condition above leaves the city's answers.
      answer: step && { kind: step.kind as AssessmentAnswer, reason: step.reason },
    })),
    recordId: record.id,
    kind,
    slug,
    period: plan && periodOf(plan),
    fields,
    before: editions[0] ?? null,
    beforeQuestion,
    writers,
    writerIds,
    ages: compareAges(kind, fields, editions),
    framework: toFrameworkTerms(framework),
  };
}

/** Comments on a submission, oldest first. */
const commentsInOrder = {
  orderBy: { at: "asc" },
  select: { id: true, text: true, at: true, by: { select: { name: true } } },
} as const;

const inFramework = { framework: { select: frameworkColumns } } as const;
