import "server-only";
import { defaultLocale, type Locale } from "@/lib/domain/language/locale";
import {
  listFocusAreas,
  listOutcomes,
  listSubjects,
  type PublicTerm,
} from "@/lib/queries/public/terms";

/** Returns the focus areas of the framework with their names in a language; their descriptions stay in English. */
export async function focusAreasIn(locale: Locale): Promise<PublicTerm[]> {
  return named(await listFocusAreas(), "focusArea", locale);
}

/** Returns the outcomes of the framework with their names in a language. */
export async function outcomesIn(locale: Locale): Promise<PublicTerm[]> {
  return named(await listOutcomes(), "outcome", locale);
}

/** Returns the subjects of the network with their names in a language, which are data. */
export async function subjectsIn(locale: Locale): Promise<{ slug: string; name: string }[]> {
  const subjects = await listSubjects();
  return subjects.map(({ slug, name, names }) => ({ slug, name: names[locale] ?? name }));
}

/** Returns the names of terms by their slugs. */
export function namesOf(terms: { slug: string; name: string }[]): Record<string, string> {
  return Object.fromEntries(terms.map((term) => [term.slug, term.name]));
}

/** A term that has no translation keeps its English name. */
async function named(terms: PublicTerm[], kind: "focusArea" | "outcome", locale: Locale) {
  if (locale === defaultLocale) return terms;
  const { default: words } = await import(`../../messages/${locale}/public.json`);
  const names: Record<string, string> = words.terms[kind];
  return terms.map((term) => ({ ...term, name: names[term.slug] ?? term.name }));
}
