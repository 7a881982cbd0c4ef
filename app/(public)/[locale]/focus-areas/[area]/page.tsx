import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { TermPage } from "@/components/public/term-page";
import { listProjects } from "@/lib/queries/public-projects";
import { listCityTotals, totalOf } from "@/lib/queries/public-totals";
import { focusAreasIn } from "@/lib/web/framework-names";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

const getAreas = cache(focusAreasIn);

export const generateMetadata = pageMetadata<{ area: string }>(async ({ reading, area }) => {
  const term = (await getAreas(reading.locale)).find((candidate) => candidate.slug === area);
  if (!term) return null;
  const t = await getTranslations("public.term");
  return {
    path: `/focus-areas/${area}`,
    title: term.name,
    description: t("description", { name: term.name }),
  };
});

/** One focus area of the framework and the projects that lead with it. */
export default publicPage<{ area: string }>(async ({ reading, firstDay, area }) => {
  const term = (await getAreas(reading.locale)).find((candidate) => candidate.slug === area);
  if (!term) return null;
  const [cities, areas, page] = await Promise.all([
    listCityTotals(reading.asOf),
    getAreas(reading.locale),
    listProjects({ focusArea: area }, { asOf: reading.asOf, limit: 50 }),
  ]);
  return (
    <TermPage
      kind="focusArea"
      reading={reading}
      firstDay={firstDay}
      term={term}
      count={totalOf(cities).byFocusArea[area] ?? 0}
      projects={"unknown" in page ? [] : page.projects}
      areaNames={Object.fromEntries(areas.map(({ slug, name }) => [slug, name]))}
    />
  );
});
