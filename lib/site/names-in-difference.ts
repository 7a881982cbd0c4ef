import "server-only";
import { formatLocale } from "@/lib/domain/language/locale";
import type { EditionContent } from "@/lib/domain/record/edition";
import type { FrameworkTerms } from "@/lib/domain/record/framework";
import { type PageContext, recordAddress } from "@/lib/domain/site/page-context";
import type { Names } from "@/lib/domain/values/names";
import { findPublicTitles } from "@/lib/queries/public/project";
import { getProjectTypeNames } from "@/lib/queries/public/terms";
import { focusAreasIn, outcomesIn } from "@/lib/site/framework-names";

/** Returns the names in the page's language for slugs and ids in these contents. */
export async function namesInDifference(context: PageContext, contents: EditionContent[]) {
  const projects = contents.flatMap((each) => (each.kind === "project" ? each.fields : []));
  const [areas, outcomes, types, titles] = await Promise.all([
    focusAreasIn(context.locale),
    outcomesIn(context.locale),
    getProjectTypeNames(
      projects.flatMap(({ focusAreas }) => focusAreas.flatMap((item) => item.projectType ?? [])),
    ),
    findPublicTitles(
      projects.flatMap(({ relatedProjects }) =>
        relatedProjects.flatMap((item) => item.project ?? []),
      ),
      context.asOf,
    ),
  ]);
  const projectTypes = Object.entries(types).map(([slug, name]) => ({
    slug,
    name,
    description: "",
  }));
  const names: Names = Object.fromEntries(
    Object.entries(titles).map(([id, found]) => [
      id,
      { text: found.title, href: recordAddress(context, { ...found, kind: "project" }) },
    ]),
  );
  const framework: FrameworkTerms = {
    slug: "",
    name: "",
    outcomes,
    // A type is looked up in all areas.
    focusAreas: areas.map((area) => ({ ...area, projectTypes })),
  };
  return {
    locale: formatLocale(context.locale),
    framework,
    names,
    filesAt: "/api/v1/files" as const,
  };
}
