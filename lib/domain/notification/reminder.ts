import { calendarDaysUntil } from "@/lib/domain/notification/digest";
import type { NoticeKind } from "@/lib/domain/notification/notice";
import type { Audience } from "@/lib/domain/notification/notice-audience";

/** After how many days what is published counts as stale: half of the network's reporting year. */
export const staleDays = 180;

/**
 * Returns what a city is told of a report that it still has records to send for; null while that is more than 30 days
 * off.
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

/** What waits for somebody to act. */
export type Waiting = "answer" | "clearance" | "decision" | "overdue";

type Step = { days: number; to: Audience[] };

/** The way of what a city owes: its staff at once, then its lead, the country's representative, the secretariat. */
const cityWay: Step[] = [
  { days: 7, to: ["leads"] },
  { days: 14, to: ["representatives"] },
  { days: 21, to: ["secretariat"] },
];

/** After how many days nobody acted who is told (docs/decisions/0030). */
const ways: Record<Waiting, Step[]> = {
  answer: cityWay,
  overdue: [{ days: 0, to: ["staff"] }, ...cityWay],
  clearance: [
    { days: 7, to: ["representatives"] },
    { days: 14, to: ["secretariat"] },
  ],
  decision: [
    { days: 7, to: ["reviewers"] },
    { days: 14, to: ["secretariat"] },
  ],
};

/** The steps that have been reached after so many whole days in which nobody acted, the first one first. */
export function stepsReached(waiting: Waiting, days: number): Step[] {
  return ways[waiting].filter((step) => days >= step.days);
}
