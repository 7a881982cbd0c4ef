/** How far a record, or all of a city's together, came since a report opened. */
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

/** How many of a city's records stand where. */
export type StateCounts = Record<ReportState, number>;

/** The states in which nothing is missing any more. */
export const doneStates = ["published", "confirmed"] as const satisfies ReportState[];

/**
 * Returns how far a city is with a report: as far as the record that is furthest behind, but begun as soon as one of
 * them is. Published when all are, and confirmed unchanged when that is all that was said of any.
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

/** Returns how many records a city is asked for. */
export function countRecords(counts: StateCounts): number {
  return reportStates.reduce((sum, state) => sum + counts[state], 0);
}

/** Returns how many of them are public again since the report opened. */
export function countDone(counts: StateCounts): number {
  return doneStates.reduce((sum, state) => sum + counts[state], 0);
}

/** Whole days until a deadline, rounded up; negative once it is over. */
export function daysUntil(due: Date, now: Date): number {
  const days = (due.getTime() - now.getTime()) / 86_400_000;
  return days > 0 ? Math.ceil(days) : Math.floor(days);
}
