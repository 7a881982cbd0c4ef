import { inReaderLanguage } from "@/components/public/shared/reader-language";
import type { Locale } from "@/lib/domain/language/locale";
import {
  type AimOfCity,
  type AimSources,
  aimsOfCities,
  type Serving,
} from "@/lib/domain/progress/city-aims";
import type { Day } from "@/lib/domain/values/day";

/** What cities aim at, as `aimsOfCities` returns it, with its texts in the reader's language. */
export function aimsInLanguage(
  locale: Locale,
  { plans, projects, subjects }: AimSources,
  assessed: Serving[],
  today: Day,
): AimOfCity[] {
  const translated = {
    plans: plans.map((plan) => ({ ...plan, fields: inReaderLanguage(locale, plan.fields) })),
    projects: projects.map((project) => ({
      ...project,
      fields: inReaderLanguage(locale, project.fields),
    })),
    subjects,
  };
  return aimsOfCities(translated, assessed, today);
}
