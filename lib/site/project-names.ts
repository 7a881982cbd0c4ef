import "server-only";
import type { Locale } from "@/lib/domain/language/locale";
import type { ProjectFields } from "@/lib/domain/record/project";
import { getProjectTypeNames } from "@/lib/queries/public/terms";
import { focusAreasIn, namesOf, outcomesIn } from "@/lib/site/framework-names";

/** Returns the names in a language of the terms to which a project refers by slug. */
export async function namesInProject(locale: Locale, { focusAreas }: ProjectFields) {
  const [areas, outcomes, typeNames] = await Promise.all([
    focusAreasIn(locale),
    outcomesIn(locale),
    getProjectTypeNames(focusAreas.flatMap((item) => item.projectType ?? [])),
  ]);
  return { areaNames: namesOf(areas), outcomeNames: namesOf(outcomes), typeNames };
}
