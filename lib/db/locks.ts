import "server-only";
import type { Tx } from "@/lib/db/client";
import { planSlug } from "@/lib/domain/plan";

/**
 * Locks a record until the transaction ends and returns it with its draft and what decides about it.
 * Null when there is none. Every command that changes a record or its submissions takes this lock first, so they queue.
 */
export async function lockRecord(tx: Tx, recordId: string) {
  const [locked] = await tx.$queryRaw<{ id: string }[]>`
    select id from "Record" where id = ${recordId}::uuid for update`;
  if (!locked) return null;
  const record = await tx.record.findUniqueOrThrow({
    where: { id: recordId },
    select: {
      id: true,
      kind: true,
      cityId: true,
      city: {
        select: {
          slug: true,
          countryCode: true,
          country: { select: { requiresClearance: true, submitterMayDecide: true } },
        },
      },
      plan: { select: { id: true, frameworkId: true, startYear: true, endYear: true } },
      project: { select: { slug: true, plan: { select: { frameworkId: true } } } },
      draft: { select: { content: true, contentHash: true, internalNotes: true, version: true } },
    },
  });
  const { draft, plan, project } = record;
  const frameworkId = plan?.frameworkId ?? project?.plan.frameworkId;
  const slug = project?.slug ?? (plan && planSlug(plan));
  if (!draft || !frameworkId || !slug) throw new Error(`Record ${recordId} is not whole`);
  return { ...record, draft, frameworkId, slug };
}

/** Locks the record of a submission and returns the submission as it is then. Null when there is none. */
export async function lockSubmission(tx: Tx, submissionId: string) {
  const found = await tx.submission.findUnique({
    where: { id: submissionId },
    select: { recordId: true },
  });
  const record = found && (await lockRecord(tx, found.recordId));
  if (!record) return null;
  const submission = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: {
      id: true,
      recordId: true,
      content: true,
      contentHash: true,
      needsClearance: true,
      state: true,
      submittedAt: true,
      submittedById: true,
    },
  });
  return {
    ...submission,
    record,
    cityId: record.cityId,
    countryCode: record.city.countryCode,
    submitterMayDecide: record.city.country.submitterMayDecide,
  };
}

/** Locks a person until the transaction ends. Null when there is none. */
export async function lockPerson(tx: Tx, personId: string) {
  const [locked] = await tx.$queryRaw<{ id: string }[]>`
    select id from "Person" where id = ${personId}::uuid for update`;
  if (!locked) return null;
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { id: true, email: true, passwordHash: true, deactivatedAt: true },
  });
  return { ...person, personId: person.id };
}
