import "server-only";
import { defaultLocale, type Locale } from "@/lib/domain/language/locale";
import { listFocusAreas, listOutcomes, type PublicTerm } from "@/lib/queries/public/terms";

/** Returns the focus areas of the framework with their names in a language; their descriptions stay in English. */
export async function focusAreasIn(locale: Locale): Promise<PublicTerm[]> {
  return named(await listFocusAreas(), "focusArea", locale);
}

/** Returns the outcomes of the framework with their names in a language. */
export async function outcomesIn(locale: Locale): Promise<PublicTerm[]> {
  return named(await listOutcomes(), "outcome", locale);
}

/** A term that has no translation keeps its English name. */
async function named(terms: PublicTerm[], kind: "focusArea" | "outcome", locale: Locale) {
  if (locale === defaultLocale) return terms;
  const { default: words } = await import(`../../messages/${locale}/public.json`);
  const names: Record<string, string> = words.terms[kind];
  return terms.map((term) => ({ ...term, name: names[term.slug] ?? term.name }));
}
