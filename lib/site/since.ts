import "server-only";
import { type Day, day, toDay } from "@/lib/domain/values/day";

/** Returns the day to compare with from the query; null when there is none, undefined when it is not a day. */
export function sinceOf({ since }: Record<string, string>): Day | null | undefined {
  if (since === undefined) return null;
  return day.safeParse(since).success ? since : undefined;
}

/** Returns true when the first day is before the day that is shown, which is today by default. */
export function isBeforeDay(since: Day | null, asOf: Day | null): boolean {
  return since === null || since < (asOf ?? toDay(new Date()));
}

/**
 * Returns the days from which editions are valid, newest first and without duplicates, except the day that is shown.
 */
export function daysOf(editions: { effectiveOn: Day }[], asOf: Day | null): Day[] {
  return [...new Set(editions.map((edition) => edition.effectiveOn))].filter((on) => on !== asOf);
}
