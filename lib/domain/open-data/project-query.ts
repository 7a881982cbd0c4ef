import { toWord } from "@/lib/domain/open-data/word";
import type { Day } from "@/lib/domain/values/day";

/**
 * Returns the open-data query for the projects that the public list shows for `typed` on the same day. Choices are in
 * the spelling of open data; the order is open data's own.
 */
export function toProjectQuery(typed: Record<string, string>, asOf: Day | null): string {
  const { q, sort, ...filters } = typed;
  const query = new URLSearchParams(q ? { q } : {});
  // Slugs, codes, years and days have no character that `toWord` changes.
  for (const [name, value] of Object.entries(filters)) query.set(name, toWord(value));
  if (asOf !== null) query.set("asOf", asOf);
  const text = query.toString();
  return text && `?${text}`;
}
