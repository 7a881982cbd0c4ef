import "server-only";
import type { Tx } from "@/lib/db/client";
import { findWriters } from "@/lib/db/writers";
import { planSlug } from "@/lib/domain/record/plan";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { openStates } from "@/lib/domain/review/submission";

/** A record locked for a command, with its draft and the facts that permissions need. */
export type LockedRecord = NonNullable<Awaited<ReturnType<typeof lockRecord>>>;

type Row = {
  id: string;
  kind: RecordKind;
  cityId: string;
  citySlug: string;
  timeZone: string;
  cityName: string;
  countryCode: string;
  requiresClearance: boolean;
  submitterMayDecide: boolean;
  planId: string;
  startYear: number;
  endYear: number;
  frameworkId: string;
  projectSlug: string | null;
  content: unknown;
  contentHash: string;
  internalNotes: string;
  version: number;
};

/**
 * Locks a record until the transaction ends and returns it with its draft and the facts that permissions need. Null
 * when it does not exist. Every command that changes a record or its submissions takes this lock first, so they run one
 * after the other. It is one statement, because every save waits for it. It locks the draft's row too: a joined row
 * would be read as it was before the wait.
 */
export async function lockRecord(tx: Tx, recordId: string) {
  const [row] = await tx.$queryRaw<Row[]>`
    select r.id, r.kind::text as kind, r."cityId", c.slug as "citySlug", c.name as "cityName", c."timeZone",
      c."countryCode",
      n."requiresClearance", n."submitterMayDecide",
      p.id as "planId", p."startYear", p."endYear", p."frameworkId", j.slug as "projectSlug",
      d.content, d."contentHash", d."internalNotes", d.version
    from "Record" r
    join "Draft" d on d."recordId" = r.id
    join "City" c on c.id = r."cityId"
    join "Country" n on n.code = c."countryCode"
    left join "Project" j on j.id = r.id
    join "Plan" p on p.id = coalesce(j."planId", r.id)
    where r.id = ${recordId}::uuid
    for update of r, d`;
  if (!row) return null;
  const { projectSlug, startYear, endYear } = row;
  return {
    id: row.id,
    kind: row.kind,
    cityId: row.cityId,
    city: {
      slug: row.citySlug,
      timeZone: row.timeZone,
      name: row.cityName,
      countryCode: row.countryCode,
      country: {
        requiresClearance: row.requiresClearance,
        submitterMayDecide: row.submitterMayDecide,
      },
    },
    planId: row.planId,
    frameworkId: row.frameworkId,
    slug: projectSlug ?? planSlug({ startYear, endYear }),
    draft: {
      content: row.content,
      contentHash: row.contentHash,
      internalNotes: row.internalNotes,
      version: row.version,
    },
  };
}

/** A submission locked for a command, with its record and everything that lib/domain/review/steps.ts needs. */
export type LockedSubmission = NonNullable<Awaited<ReturnType<typeof lockSubmission>>>;

/** Locks the record of a submission and returns the submission. Null when it does not exist. */
export async function lockSubmission(tx: Tx, submissionId: string) {
  const sent = await tx.submission.findUnique({
    where: { id: submissionId },
    select: { recordId: true },
  });
  const record = sent && (await lockRecord(tx, sent.recordId));
  if (!record) return null;
  const found = await tx.submission.findUniqueOrThrow({
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
      assignedToId: true,
      publishAt: true,
      scheduledById: true,
      holds: { where: { releasedAt: null }, select: { id: true } },
    },
  });
  const { holds, ...submission } = found;
  return {
    ...submission,
    writerIds: await findWriters(tx, submission),
    isHeld: holds.length > 0,
    record,
    cityId: record.cityId,
    countryCode: record.city.countryCode,
    submitterMayDecide: record.city.country.submitterMayDecide,
  };
}

/**
 * Locks a record and returns its public state: its newest edition, whether that is withheld, and whether the record has
 * an open submission. Null when it does not exist.
 */
export async function lockPublished(tx: Tx, recordId: string) {
  const record = await lockRecord(tx, recordId);
  if (!record) return null;
  const { editions, withholdings, submissions } = await tx.record.findUniqueOrThrow({
    where: { id: recordId },
    select: {
      editions: {
        orderBy: { number: "desc" },
        take: 1,
        select: { number: true, effectiveOn: true, content: true, hash: true, origin: true },
      },
      withholdings: { where: { endedAt: null }, select: { id: true } },
      submissions: { where: { state: { in: [...openStates] } }, select: { id: true } },
    },
  });
  return {
    ...record,
    recordId,
    newest: editions[0] ?? null,
    isWithheld: withholdings.length > 0,
    isInReview: submissions.length > 0,
  };
}

/** Locks a person until the transaction ends. Null when the person does not exist. */
export async function lockPerson(tx: Tx, personId: string) {
  const [locked] = await tx.$queryRaw<{ id: string }[]>`
    select id from "Person" where id = ${personId}::uuid for update`;
  if (!locked) return null;
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { id: true, email: true, passwordVersion: true, deactivatedAt: true },
  });
  return { ...person, personId: person.id };
}

/** Locks a grant until the transaction ends. Null when it does not exist. */
export async function lockGrant(tx: Tx, grantId: string) {
  const [locked] = await tx.$queryRaw<{ id: string }[]>`
    select id from "Grant" where id = ${grantId}::uuid for update`;
  if (!locked) return null;
  const grant = await tx.grant.findUniqueOrThrow({
    where: { id: grantId },
    select: {
      id: true,
      personId: true,
      role: true,
      cityId: true,
      countryCode: true,
      isAlternate: true,
      removedAt: true,
    },
  });
  return { ...grant, grantId: grant.id };
}
