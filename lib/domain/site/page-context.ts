import { defaultLocale, type Locale } from "@/lib/domain/language/locale";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import type { Day } from "@/lib/domain/values/day";

/** The language and day with which a public page is read; a null day is what is public now. */
export type PageContext = { locale: Locale; asOf: Day | null };

/** The context of links in files, feeds and the office: English, as public now. */
export const currentContext: PageContext = { locale: defaultLocale, asOf: null };

/**
 * Returns the address of a public page, such as "/cities/phuket", with the language and day of this context. Empty
 * query values are left out.
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

/** Returns the address of the public page that shows a record: a project's own page, or the city's page for a plan. */
export function recordAddress(
  context: PageContext,
  { kind, citySlug, slug }: { kind: RecordKind; citySlug: string; slug: string },
): string {
  const city = `/cities/${citySlug}`;
  return addressOf(context, kind === "plan" ? city : `${city}/projects/${slug}`);
}

/** Returns the permanent path of an edition, without language and day. */
export function editionPath(
  { kind, citySlug, slug }: { kind: RecordKind; citySlug: string; slug: string },
  number: number,
): string {
  return `/cities/${citySlug}/${kind}s/${slug}/editions/${number}`;
}
