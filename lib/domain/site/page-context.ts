import { defaultLocale, type Locale } from "@/lib/domain/language/locale";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import type { Day } from "@/lib/domain/values/day";

/** How somebody reads the public pages: in which language, and as of which day; null is what is public now. */
export type PageContext = { locale: Locale; asOf: Day | null };

/** What is public now, in the first language: how files, feeds and the office lead to public pages. */
export const readingNow: PageContext = { locale: defaultLocale, asOf: null };

/**
 * Returns the address of a public page, "/cities/phuket", for this reading: its links keep the day one reads as of.
 * What the query leaves empty is left out.
 */
export function addressOf(
  { locale, asOf }: PageContext,
  path: string,
  query: Record<string, string | null | undefined> = {},
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, asOf }))
    if (value) search.set(name, value);
  const text = search.toString();
  return `/${locale}${path}${text && `?${text}`}`;
}

/** Returns the address of the public page that shows a record: a project's own, a plan's on its city's. */
export function recordAddress(
  reading: PageContext,
  { kind, citySlug, slug }: { kind: RecordKind; citySlug: string; slug: string },
): string {
  const city = `/cities/${citySlug}`;
  return addressOf(reading, kind === "plan" ? city : `${city}/projects/${slug}`);
}

/** Returns the path, without language and day, at which one edition of a record stays for good. */
export function editionPath(
  { kind, citySlug, slug }: { kind: RecordKind; citySlug: string; slug: string },
  number: number,
): string {
  return `/cities/${citySlug}/${kind}s/${slug}/editions/${number}`;
}
