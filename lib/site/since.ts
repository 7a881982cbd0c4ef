import "server-only";
import { type Day, day, toDay } from "@/lib/domain/values/day";

/** The day that the query asks to compare with; null where it asks for none, undefined for what is no day. */
export function sinceOf({ since }: Record<string, string>): Day | null | undefined {
  if (since === undefined) return null;
  return day.safeParse(since).success ? since : undefined;
}

/** Returns whether the first day lies before the one that is read, which is today where nobody says another. */
export function isBeforeDay(since: Day | null, asOf: Day | null): boolean {
  return since === null || since < (asOf ?? toDay(new Date()));
}

/**
 * Returns the days on which editions begin to hold, newest first and each once; without the one that is read already.
 */
export function daysOf(editions: { effectiveOn: Day }[], asOf: Day | null): Day[] {
  return [...new Set(editions.map((edition) => edition.effectiveOn))].filter((on) => on !== asOf);
}
