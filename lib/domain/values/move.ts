import { lastDayOf, type PartialDate } from "@/lib/domain/values/partial-date";

/** How a date that was stated moved: so many months to later, or to earlier where negative. */
export type Move = { from: PartialDate; to: PartialDate; months: number };

/**
 * Returns how far a date moved. A year or a month stands for its last day; what moved within a month moved by none.
 * Null where one of them is not stated, or both stand for the same day.
 */
export function moveOf(from: PartialDate | null, to: PartialDate | null): Move | null {
  if (!from || !to || lastDayOf(to) === lastDayOf(from)) return null;
  return { from, to, months: monthOf(to) - monthOf(from) };
}

/** As `moveOf`, of what moved to later; null where it did not. */
export function slipOf(from: PartialDate | null, to: PartialDate | null): Move | null {
  const move = moveOf(from, to);
  return move && lastDayOf(move.to) > lastDayOf(move.from) ? move : null;
}

function monthOf(date: PartialDate) {
  const [year, month] = lastDayOf(date).split("-").map(Number);
  return (year ?? 0) * 12 + (month ?? 0);
}
