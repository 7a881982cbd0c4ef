import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { TermPage } from "@/components/public/term-page";
import { listProjects } from "@/lib/queries/public-projects";
import { listCityTotals, totalOf } from "@/lib/queries/public-totals";
import { focusAreasIn, outcomesIn } from "@/lib/web/framework-names";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

const getOutcomes = cache(outcomesIn);

export const generateMetadata = pageMetadata<{ outcome: string }>(async ({ reading, outcome }) => {
  const term = (await getOutcomes(reading.locale)).find((candidate) => candidate.slug === outcome);
  if (!term) return null;
  const t = await getTranslations("public.term");
  return {
    path: `/outcomes/${outcome}`,
    title: term.name,
    description: t("description", { name: term.name }),
  };
});

/** One outcome of the framework and the projects that state a contribution to it. */
export default publicPage<{ outcome: string }>(async ({ reading, firstDay, outcome }) => {
  const term = (await getOutcomes(reading.locale)).find((candidate) => candidate.slug === outcome);
  if (!term) return null;
  const [cities, areas, page] = await Promise.all([
    listCityTotals(reading.asOf),
    focusAreasIn(reading.locale),
    listProjects({ outcome }, { asOf: reading.asOf, limit: 50 }),
  ]);
  return (
    <TermPage
      kind="outcome"
      reading={reading}
      firstDay={firstDay}
      term={term}
      count={totalOf(cities).byOutcome[outcome] ?? 0}
      projects={"unknown" in page ? [] : page.projects}
      areaNames={Object.fromEntries(areas.map(({ slug, name }) => [slug, name]))}
    />
  );
});
