import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { TermPage } from "@/components/public/term-page";
import { listProjects } from "@/lib/queries/public-projects";
import { listFocusAreas, listOutcomes } from "@/lib/queries/public-terms";
import { listCityTotals, totalOf } from "@/lib/queries/public-totals";
import { publicMetadata } from "@/lib/web/public-metadata";
import { openPublicPage } from "@/lib/web/reading";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

const getOutcomes = cache(listOutcomes);

type Params = Promise<{ locale: string; day?: string; outcome: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { reading, outcome } = await openPublicPage(params);
  const term = (await getOutcomes()).find((candidate) => candidate.slug === outcome);
  if (!term) notFound();
  const t = await getTranslations("public.term");
  return publicMetadata(reading, {
    path: `/outcomes/${outcome}`,
    title: term.name,
    description: t("description", { name: term.name }),
  });
}

/** One outcome of the framework and the projects that state a contribution to it. */
export default async function OutcomePage({ params }: { params: Params }) {
  const { reading, firstDay, outcome } = await openPublicPage(params);
  const term = (await getOutcomes()).find((candidate) => candidate.slug === outcome);
  if (!term) notFound();
  const [cities, areas, page] = await Promise.all([
    listCityTotals(reading.asOf),
    listFocusAreas(),
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
}
