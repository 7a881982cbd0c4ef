/** The states of a record, or of a city's records together, since a report opened. */
export const reportStates = [
  "not_started",
  "drafting",
  "submitted",
  "cleared",
  "in_review",
  "published",
  "confirmed",
] as const;
export type ReportState = (typeof reportStates)[number];

/** The number of a city's records in each state. */
export type StateCounts = Record<ReportState, number>;

/** The states in which nothing is missing any more. */
export const doneStates = ["published", "confirmed"] as const satisfies ReportState[];

/**
 * Returns the state of a city with a report: that of the record that is furthest behind, but "drafting" as soon as one
 * record was started. "Published" when all are public again, and "confirmed" when all of those are confirmations.
 */
export function cityStateOf(counts: StateCounts): ReportState {
  const all = countRecords(counts);
  if (counts.not_started === all) return "not_started";
  if (counts.not_started + counts.drafting > 0) return "drafting";
  const waiting = (["submitted", "cleared", "in_review"] as const).find(
    (state) => counts[state] > 0,
  );
  return waiting ?? (counts.published > 0 ? "published" : "confirmed");
}

/** Returns the number of records that a city is asked for. */
export function countRecords(counts: StateCounts): number {
  return reportStates.reduce((sum, state) => sum + counts[state], 0);
}

/** Returns the number of records that are public again since the report opened. */
export function countDone(counts: StateCounts): number {
  return doneStates.reduce((sum, state) => sum + counts[state], 0);
}

/** Returns the number of days until a deadline, rounded up; negative once it is over. */
export function daysUntil(due: Date, now: Date): number {
  const days = (due.getTime() - now.getTime()) / 86_400_000;
  return days > 0 ? Math.ceil(days) : Math.floor(days);
}
