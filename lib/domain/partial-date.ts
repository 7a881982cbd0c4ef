import * as z from "zod";

/** A year, a month or a day, as precise as somebody knows it: "2024", "2024-09", "2024-09-25". Never a time zone. */
export type PartialDate = string;

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u;

/** Whether the text is a year from 1900 to 2199, a month or a day that exists. */
export function isPartialDate(value: string): boolean {
  const match = shape.exec(value);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  if (year < 1900 || year > 2199) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A partial date or null; an empty field of a form counts as null. */
export const partialDate = z
  .string()
  .nullable()
  .transform((value) => value?.trim() || null)
  .refine((value) => value === null || isPartialDate(value), "partial_date");

/** Whether `first` lies wholly before `second`; equal where they overlap, because 2024 may be before or after May 2024. */
export function isBefore(first: PartialDate, second: PartialDate): boolean {
  const length = Math.min(first.length, second.length);
  return first.slice(0, length) < second.slice(0, length);
}
