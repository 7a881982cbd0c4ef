import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { Frame } from "@/components/public/frame/frame";
import { NewestEdition } from "@/components/public/frame/newest-edition";
import { FirstProjects } from "@/components/public/lists/first-projects";
import { CitiesOfTerm } from "@/components/public/network/cities-of-term";
import { Follow } from "@/components/public/network/follow";
import { LateProjects } from "@/components/public/network/late-projects";
import { SupportCounts } from "@/components/public/network/support-counts";
import { TermHeader } from "@/components/public/network/term-header";
import { TotalsInTime } from "@/components/public/network/totals-in-time";
import { StageCounts } from "@/components/public/shared/stage-counts";
import { listNetworkDays } from "@/lib/queries/public/as-of";
import { listLate } from "@/lib/queries/public/late";
import { findNewestEdition } from "@/lib/queries/public/newest";
import { listPublicProjects } from "@/lib/queries/public/projects";
import { listCityTotals, totalOfCities } from "@/lib/queries/public/totals";
import { listTotalsInTime } from "@/lib/queries/public/totals-in-time";
import { focusAreasIn } from "@/lib/site/framework-names";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

const getAreas = cache(focusAreasIn);

export const generateMetadata = pageMetadata<{ area: string }>(async ({ context, area }) => {
  const term = (await getAreas(context.locale)).find((candidate) => candidate.slug === area);
  if (!term) return null;
  const t = await getTranslations("public.term");
  return {
    path: `/focus-areas/${area}`,
    feed: `?focusArea=${area}`,
    title: term.name,
    description: t("description", { name: term.name }),
  };
});

/** Shows one focus area: the projects that have it first, by stage over time, and their cities. */
export default publicPage<{ area: string }>(async ({ context, firstDay, area }) => {
  const areas = await getAreas(context.locale);
  const term = areas.find((candidate) => candidate.slug === area);
  if (!term) return null;
  const { asOf } = context;
  const choice = { kind: "focus_area", term: area } as const;
  const filters = { focusArea: area };
  const [t, cities, points, late, page, newest, days] = await Promise.all([
    getTranslations("public.term"),
    listCityTotals(asOf, choice),
    listTotalsInTime(asOf, choice),
    listLate(asOf, filters, 8),
    listPublicProjects(filters, { asOf, limit: 20 }),
    findNewestEdition(asOf),
    listNetworkDays(),
  ]);
  const aggregate = totalOfCities(cities);
  return (
    <Frame context={context} path={`/focus-areas/${area}`} firstDay={firstDay} days={days}>
      <TermHeader context={context} kind="focusArea" term={term} />
      <StageCounts context={context} aggregate={aggregate} filters={filters} />
      <TotalsInTime
        context={context}
        points={points}
        newestDay={newest?.effectiveOn ?? null}
        filters={filters}
      />
      <CitiesOfTerm context={context} cities={cities} filters={filters} />
      <FirstProjects
        context={context}
        title={t("leading")}
        none={t("noneArea")}
        count={aggregate.total}
        projects={"unknown" in page ? [] : page.projects}
        areaNames={Object.fromEntries(areas.map(({ slug, name }) => [slug, name]))}
        filters={filters}
      />
      <LateProjects context={context} aggregate={aggregate} projects={late} filters={filters} />
      <SupportCounts context={context} aggregate={aggregate} filters={filters} />
      <NewestEdition context={context} edition={newest} />
      <Follow focusArea={area} />
    </Frame>
  );
});
