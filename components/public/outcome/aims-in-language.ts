import { inReaderLanguage } from "@/components/public/shared/reader-language";
import type { Locale } from "@/lib/domain/language/locale";
import { type AimOfCity, type AimSources, aimsOfCities } from "@/lib/domain/progress/city-aims";
import type { Day } from "@/lib/domain/values/day";

/** What cities aim at, as `aimsOfCities` returns it, with its texts in the reader's language. */
export function aimsInLanguage(locale: Locale, sources: AimSources, today: Day): AimOfCity[] {
  const translated = {
    ...sources,
    plans: sources.plans.map((plan) => ({
      ...plan,
      fields: inReaderLanguage(locale, plan.fields),
    })),
    projects: sources.projects.map((project) => ({
      ...project,
      fields: inReaderLanguage(locale, project.fields),
    })),
  };
  return aimsOfCities(translated, today);
}
