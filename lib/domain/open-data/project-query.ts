import { toWord } from "@/lib/domain/open-data/word";
import type { Day } from "@/lib/domain/values/day";

/**
 * Returns the query to which open data answers the projects that the public list shows for `typed` on the same day.
 * Choices are spelled as open data spells them; the order is open data's own.
 */
export function toProjectQuery(typed: Record<string, string>, asOf: Day | null): string {
  const { q, sort, ...filters } = typed;
  const query = new URLSearchParams(q ? { q } : {});
  // What is no choice has no sign that would change: a slug, a code, a year, a day.
  for (const [name, value] of Object.entries(filters)) query.set(name, toWord(value));
  if (asOf !== null) query.set("asOf", asOf);
  const text = query.toString();
  return text && `?${text}`;
}
