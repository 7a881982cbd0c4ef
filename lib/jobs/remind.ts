import "server-only";
import { inTransaction, type Tx } from "@/lib/db/client";
import { findHeldGrants, type NewNotice, notify } from "@/lib/db/notices";
import { listMissing, listStale, listWaiting } from "@/lib/db/reminders";
import { openReport } from "@/lib/db/reports";
import { type HeldGrant, peopleOf } from "@/lib/domain/notification/notice-audience";
import { dueKind, staleDays, stepsReached } from "@/lib/domain/notification/reminder";
import { dueOf } from "@/lib/domain/report/deadline";
import { fromDay, toDay } from "@/lib/domain/values/day";

const dayMs = 86_400_000;
const noChain = { chain: null, personId: null };

/**
 * Notifies cities of what is due, overdue and stale, and the next in line of what nobody acts on. Each is sent once,
 * however often this runs.
 */
export async function remind(at = new Date()): Promise<void> {
  await inTransaction(async (tx) => {
    const grantsOf = askOnce((cityId) => findHeldGrants(tx, { cityId }));
    const newNotices = [
      ...(await aboutReport(tx, at, grantsOf)),
      ...(await aboutStale(tx, at, grantsOf)),
      ...(await aboutWaiting(tx, at, grantsOf)),
    ];
    await notify(tx, newNotices, at);
  }, 60_000);
}

type GrantsOf = (cityId: string) => Promise<HeldGrant[]>;

/** Reads who works for a city once, however many notices it gets. */
function askOnce(find: GrantsOf): GrantsOf {
  const found = new Map<string, Promise<HeldGrant[]>>();
  return (cityId) => {
    const grants = found.get(cityId) ?? find(cityId);
    found.set(cityId, grants);
    return grants;
  };
}

/**
 * Returns notices of records that cities still have to send for the open report. An extension is a new deadline and
 * gets new notices.
 */
async function aboutReport(tx: Tx, at: Date, grantsOf: GrantsOf): Promise<NewNotice[]> {
  const report = await openReport(tx, at);
  if (!report) return [];
  const newNotices: NewNotice[] = [];
  for (const { cityId, city, timeZone, count } of await listMissing(tx, report.opensAt)) {
    const due = dueOf(report, cityId);
    const kind = dueKind(at, due, timeZone);
    if (!kind) continue;
    const grants = await grantsOf(cityId);
    const days = (at.getTime() - due.getTime()) / dayMs;
    const steps = kind === "overdue" ? stepsReached("overdue", days) : [{ days: 0, to: staff }];
    for (const step of steps) {
      newNotices.push({
        kind,
        event: `${kind}:${report.id}:${cityId}:${due.toISOString()}:${step.days}`,
        personIds: peopleOf(step.to, grants, noChain),
        detail: { report: report.name, city, until: due.toISOString(), count },
        cityId,
        reportId: report.id,
      });
    }
  }
  return newNotices;
}

const staff = ["staff" as const];

/** Returns notices of records not confirmed for half a year; sent again when there are more of them. */
async function aboutStale(tx: Tx, at: Date, grantsOf: GrantsOf): Promise<NewNotice[]> {
  const until = fromDay(toDay(new Date(at.getTime() - staleDays * dayMs)));
  const newNotices: NewNotice[] = [];
  for (const { cityId, city, count, newest } of await listStale(tx, until)) {
    const grants = await grantsOf(cityId);
    newNotices.push({
      kind: "stale",
      event: `stale:${cityId}:${newest}`,
      personIds: peopleOf(staff, grants, noChain),
      detail: { city, count },
      cityId,
    });
  }
  return newNotices;
}

/** Returns notices of submissions waiting for a week or more, for the next in line. */
async function aboutWaiting(tx: Tx, at: Date, grantsOf: GrantsOf): Promise<NewNotice[]> {
  const newNotices: NewNotice[] = [];
  for (const row of await listWaiting(tx, new Date(at.getTime() - 7 * dayMs))) {
    const days = Math.floor((at.getTime() - row.since.getTime()) / dayMs);
    const grants = await grantsOf(row.cityId);
    for (const step of stepsReached(row.waitsFor, days)) {
      newNotices.push({
        kind: "waiting",
        event: `waiting:${row.submissionId}:${row.waitsFor}:${step.days}`,
        personIds: peopleOf(step.to, grants, { chain: row.chain, personId: null }),
        detail: { title: row.title, city: row.city, days, waitsFor: row.waitsFor },
        cityId: row.cityId,
        recordId: row.recordId,
        submissionId: row.submissionId,
      });
    }
  }
  return newNotices;
}
