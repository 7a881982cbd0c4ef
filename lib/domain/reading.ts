import type { Day } from "@/lib/domain/day";
import type { Locale } from "@/lib/domain/locale";

/** How somebody reads the public pages: in which language, and as of which day; null is what is public now. */
export type Reading = { locale: Locale; asOf: Day | null };

/**
 * The address of a public page, "/cities/phuket", for this reading: its links keep the day one reads as of.
 * What the query leaves empty is left out.
 */
export function addressOf(
  { locale, asOf }: Reading,
  path: string,
  query: Record<string, string | null | undefined> = {},
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, asOf }))
    if (value) search.set(name, value);
  const text = search.toString();
  return `/${locale}${path}${text && `?${text}`}`;
}
