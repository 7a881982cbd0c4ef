import "server-only";
import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/db/client";
import { addJobs } from "@/lib/db/jobs";
import { timeZoneOfPerson } from "@/lib/db/time-zones";
import { nextDigestAt } from "@/lib/domain/notification/digest";
import { isUrgent, type NoticeDetail, type NoticeKind } from "@/lib/domain/notification/notice";
import type { HeldGrant } from "@/lib/domain/notification/notice-audience";
import { secretariatTimeZone } from "@/lib/domain/people/time-zone";

/**
 * A notice for several people, sent to each once: `event` identifies what happened, so that a repeated call adds
 * nothing.
 */
export type NewNotice = {
  kind: NoticeKind;
  event: string;
  personIds: string[];
  detail: NoticeDetail;
  cityId?: string | null;
  recordId?: string | null;
  submissionId?: string | null;
  threadId?: string | null;
  reportId?: string | null;
  feedbackId?: string | null;
};

/**
 * Creates notices in people's inboxes and queues their mails, in this transaction: at once when urgent, else with the
 * next digest. People with a deactivated account get none, and nobody gets the same notice twice.
 */
export async function notify(tx: Tx, newNotices: NewNotice[], at: Date): Promise<void> {
  const wanted = newNotices.filter(({ personIds }) => personIds.length > 0);
  if (wanted.length === 0) return;
  const people = await findRecipients(tx, [...new Set(wanted.flatMap((each) => each.personIds))]);
  const notices = wanted.flatMap(({ personIds, ...notice }) =>
    personIds
      .filter((personId) => people.has(personId))
      .map((personId) => ({ id: randomUUID(), personId, at, ...notice })),
  );
  const created = await tx.notice.createManyAndReturn({
    data: notices,
    skipDuplicates: true,
    select: { personId: true, kind: true },
  });
  // The kinds are those of `notices`.
  const urgent = created.filter(({ kind }) => isUrgent(kind as NoticeKind));
  const others = created.filter(({ kind }) => !isUrgent(kind as NoticeKind));
  await askForMails(tx, urgent, () => at, false);
  await askForMails(
    tx,
    others,
    (personId) => nextDigestAt(at, people.get(personId) ?? secretariatTimeZone),
    true,
  );
}

/** Queues one job a person, however many notices; a waiting digest keeps its time. */
async function askForMails(
  tx: Tx,
  created: { personId: string }[],
  runAt: (personId: string) => Date,
  isDigest: boolean,
) {
  const ids = [...new Set(created.map(({ personId }) => personId))];
  if (ids.length === 0) return;
  const jobs = ids.map((personId) => ({
    payload: { personId, isDigest },
    runAt: runAt(personId),
    key: `${isDigest ? "digest" : "urgent"}:${personId}`,
  }));
  await addJobs(tx, "write_mail", jobs, isDigest ? "preserve_run_at" : "replace");
}

/** Returns those of these people who have an account, with their time zone: their own, else their city's, else null. */
async function findRecipients(tx: Tx, ids: string[]): Promise<Map<string, string | null>> {
  const rows = await tx.$queryRaw<{ id: string; timeZone: string | null }[]>`
    select p.id, ${timeZoneOfPerson} as "timeZone"
    from "Person" p where p.id = any(${ids}::uuid[]) and p."deactivatedAt" is null`;
  return new Map(rows.map(({ id, timeZone }) => [id, timeZone]));
}

/**
 * Lists who holds a grant of this city, of its country, or of the secretariat; without a city the secretariat alone,
 * and for "everywhere" everybody.
 */
export function findHeldGrants(
  tx: Tx,
  place: { cityId: string | null } | "everywhere",
): Promise<HeldGrant[]> {
  const cityId = place === "everywhere" ? null : place.cityId;
  return tx.$queryRaw<HeldGrant[]>`
    select g."personId", g.role::text as role, g."cityId", g."countryCode"
    from "Grant" g join "Person" p on p.id = g."personId" and p."deactivatedAt" is null
    where g."removedAt" is null and (${place === "everywhere"} or g."cityId" = ${cityId}::uuid
      or g."countryCode" = (select "countryCode" from "City" where id = ${cityId}::uuid)
      or g.role in ('reviewer', 'administrator'))
    order by g."grantedAt", g.id`;
}
