import { calendarDaysUntil } from "@/lib/domain/notification/digest";
import type { NoticeKind } from "@/lib/domain/notification/notice";
import type { Audience } from "@/lib/domain/notification/notice-audience";

/** The number of days after which published content counts as stale: half of the network's reporting year. */
export const staleDays = 180;

/**
 * Returns the kind of reminder for a city that still has records to send for a report; null while the deadline is more
 * than 30 days away.
 */
export function dueKind(
  at: Date,
  due: Date,
  timeZone: string,
): Extract<NoticeKind, "due_30" | "due_7" | "due_1" | "overdue"> | null {
  if (at >= due) return "overdue";
  const days = calendarDaysUntil(at, due, timeZone);
  if (days <= 1) return "due_1";
  if (days <= 7) return "due_7";
  return days <= 30 ? "due_30" : null;
}

/** The next action that is pending. */
export type Waiting = "answer" | "clearance" | "decision" | "overdue";

type Step = { days: number; to: Audience[] };

/**
 * The escalation of what a city owes: its staff at once, then its lead, the country's representative, the secretariat.
 */
const cityEscalation: Step[] = [
  { days: 7, to: ["leads"] },
  { days: 14, to: ["representatives"] },
  { days: 21, to: ["secretariat"] },
];

/** The people who are notified after a number of days without action (docs/decisions/0030). */
const escalations: Record<Waiting, Step[]> = {
  answer: cityEscalation,
  overdue: [{ days: 0, to: ["staff"] }, ...cityEscalation],
  clearance: [
    { days: 7, to: ["representatives"] },
    { days: 14, to: ["secretariat"] },
  ],
  decision: [
    { days: 7, to: ["reviewers"] },
    { days: 14, to: ["secretariat"] },
  ],
};

/** Returns the steps of the escalation that are reached after this many whole days, the first one first. */
export function stepsReached(waiting: Waiting, days: number): Step[] {
  return escalations[waiting].filter((step) => days >= step.days);
}
