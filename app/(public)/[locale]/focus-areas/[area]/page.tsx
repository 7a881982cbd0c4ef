import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { TermPage } from "@/components/public/term-page";
import { listProjects } from "@/lib/queries/public-projects";
import { listFocusAreas } from "@/lib/queries/public-terms";
import { listCityTotals, totalOf } from "@/lib/queries/public-totals";
import { publicMetadata } from "@/lib/web/public-metadata";
import { openPublicPage } from "@/lib/web/reading";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

const getAreas = cache(listFocusAreas);

type Params = Promise<{ locale: string; day?: string; area: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { reading, area } = await openPublicPage(params);
  const term = (await getAreas()).find((candidate) => candidate.slug === area);
  if (!term) notFound();
  const t = await getTranslations("public.term");
  return publicMetadata(reading, {
    path: `/focus-areas/${area}`,
    title: term.name,
    description: t("description", { name: term.name }),
  });
}

/** One focus area of the framework and the projects that lead with it. */
export default async function FocusAreaPage({ params }: { params: Params }) {
  const { reading, firstDay, area } = await openPublicPage(params);
  const term = (await getAreas()).find((candidate) => candidate.slug === area);
  if (!term) notFound();
  const [cities, areas, page] = await Promise.all([
    listCityTotals(reading.asOf),
    getAreas(),
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
}
