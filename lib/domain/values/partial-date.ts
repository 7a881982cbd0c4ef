import { isDay } from "@/lib/domain/values/calendar-day.mjs";

/** A year, a month or a day, as precise as it is known: "2024", "2024-09", "2024-09-25". It has no time zone. */
export type PartialDate = string;

/** The form of a partial date. */
export const partialDateShape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u;

/** Returns true when the text is a year from 1900 to 2199, a month or a day that exists. */
export function isPartialDate(value: string): boolean {
  return partialDateShape.test(value) && isDay(firstDayOf(value));
}

/** The Buddhist calendar is 543 years ahead (Thailand, Laos and Cambodia use it). */
export const buddhistOffset = 543;

/** Returns the year of the Common Era when a number can only be a year of the Buddhist calendar; null otherwise. */
export function buddhistAsCommon(year: number): number | null {
  return year >= 1900 + buddhistOffset && year <= 2199 + buddhistOffset
    ? year - buddhistOffset
    : null;
}

/**
 * Returns true when `first` ends before `second` begins. False when they overlap: 2024 may be before or after May 2024.
 */
export function isBefore(first: PartialDate, second: PartialDate): boolean {
  const length = Math.min(first.length, second.length);
  return first.slice(0, length) < second.slice(0, length);
}

/** Returns the first day of a year or a month; a day is returned as it is. */
export function firstDayOf(date: PartialDate): string {
  return `${date}-01-01`.slice(0, 10);
}

/** Returns the last day of a year or a month; a day is returned as it is. */
export function lastDayOf(date: PartialDate): string {
  const [year, month, day] = partsOf(date);
  if (day !== undefined) return date;
  return new Date(Date.UTC(year, month ?? 12, 0)).toISOString().slice(0, 10);
}

/** The distance between two dates in whole units; negative for earlier. */
export type Shift = { unit: "year" | "month" | "day"; count: number };

/**
 * Returns the difference between two dates, in the largest unit that is exact and in which both dates are known. Null
 * when they are equal in the precision of both: "2025" and "2025-06".
 */
export function shiftOf(from: PartialDate, to: PartialDate): Shift | null {
  const [fromYear, fromMonth, fromDay] = partsOf(from);
  const [toYear, toMonth, toDay] = partsOf(to);
  const years = toYear - fromYear;
  const isByMonth = fromMonth !== undefined && toMonth !== undefined;
  const months = isByMonth ? years * 12 + toMonth - fromMonth : years * 12;
  const isByDay = isByMonth && fromDay !== undefined && toDay !== undefined;
  const isSameDay = fromDay === toDay || (isLastOfMonth(from) && isLastOfMonth(to));
  if (isByDay && !isSameDay) {
    return { unit: "day", count: (Date.parse(to) - Date.parse(from)) / 86_400_000 };
  }
  if (months === 0) return null;
  return months % 12 === 0
    ? { unit: "year", count: months / 12 }
    : { unit: "month", count: months };
}

/** The end of December to the end of June counts as six months, although the months have different lengths. */
function isLastOfMonth(date: PartialDate) {
  const next = new Date(Date.parse(date) + 86_400_000);
  return next.getUTCDate() === 1;
}

function partsOf(date: PartialDate) {
  const [year, month, day] = date.split("-").map(Number);
  return [year ?? 0, month, day] as const;
}
