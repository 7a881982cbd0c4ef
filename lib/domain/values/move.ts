import { lastDayOf, type PartialDate } from "@/lib/domain/values/partial-date";

/** The move of a stated date: the number of months to later, negative for earlier. */
export type Move = { from: PartialDate; to: PartialDate; months: number };

/**
 * Returns the number of months by which a date moved. A year or a month counts as its last day; a move within one month
 * counts as 0 months. Null when either date is not stated, or both count as the same day.
 */
export function moveOf(from: PartialDate | null, to: PartialDate | null): Move | null {
  if (!from || !to || lastDayOf(to) === lastDayOf(from)) return null;
  return { from, to, months: monthOf(to) - monthOf(from) };
}

/** Returns the same as `moveOf` for a date that moved to later; null otherwise. */
export function slipOf(from: PartialDate | null, to: PartialDate | null): Move | null {
  const move = moveOf(from, to);
  return move && lastDayOf(move.to) > lastDayOf(move.from) ? move : null;
}

function monthOf(date: PartialDate) {
  const [year, month] = lastDayOf(date).split("-").map(Number);
  return (year ?? 0) * 12 + (month ?? 0);
}
