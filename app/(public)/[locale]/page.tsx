import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { CityIndex } from "@/components/public/city";
import { Frame } from "@/components/public/frame/frame";
import { JsonLd } from "@/components/public/frame/json-ld";
import { NewestEdition } from "@/components/public/frame/newest-edition";
import { ChangeList } from "@/components/public/lists/change-list";
import { ByStage } from "@/components/public/network/by-stage";
import { LateProjects } from "@/components/public/network/late-projects";
import { NetworkMap } from "@/components/public/network/map";
import { OutcomeProgress } from "@/components/public/network/outcome-progress";
import { OutcomeSums } from "@/components/public/network/outcome-sums";
import { countryRows, stageRows } from "@/components/public/network/stage-rows";
import { TotalsInTime } from "@/components/public/network/totals-in-time";
import { OriginCounts } from "@/components/public/shared/origin";
import { Section } from "@/components/public/shared/section";
import { StageCounts } from "@/components/public/shared/stage-counts";
import { PageHeader } from "@/components/ui/page-header";
import { addAggregates } from "@/lib/domain/progress/aggregate";
import { addressOf } from "@/lib/domain/site/page-context";
import { listNetworkDays } from "@/lib/queries/public/as-of";
import { getOutcomeSums } from "@/lib/queries/public/assessments";
import { listChanges } from "@/lib/queries/public/changes";
import { listLate } from "@/lib/queries/public/late";
import { findNewestEdition } from "@/lib/queries/public/newest";
import { countOrigins } from "@/lib/queries/public/projects";
import { getTermTotals } from "@/lib/queries/public/term-totals";
import { listCityTotals, totalOfCities } from "@/lib/queries/public/totals";
import { listTotalsInTime } from "@/lib/queries/public/totals-in-time";
import { focusAreasIn, outcomesIn } from "@/lib/site/framework-names";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

const getTotals = cache(listCityTotals);

export const generateMetadata = pageMetadata(async () => {
  const t = await getTranslations("public.home");
  return { path: "", title: null, description: t("description") };
});

/**
 * Shows the network: its cities on a map, projects by stage over time and by outcome, what is late and the latest
 * changes.
 */
export default publicPage(async ({ context, firstDay }) => {
  const t = await getTranslations();
  const [cities, terms, sums, points, late, areas, outcomes, latest, newest, days, origins] =
    await Promise.all([
      getTotals(context.asOf),
      getTermTotals(context.asOf),
      getOutcomeSums(context.asOf),
      listTotalsInTime(context.asOf, { kind: "city", term: "" }),
      listLate(context.asOf, {}, 8),
      focusAreasIn(context.locale),
      outcomesIn(context.locale),
      listChanges({ asOf: context.asOf, limit: 6 }),
      findNewestEdition(context.asOf),
      listNetworkDays(),
      countOrigins(context.asOf),
    ]);
  const aggregate = totalOfCities(cities);
  const active = cities.filter((city) => city.aggregate.total > 0);
  const stating = Object.values(aggregate.byOutcome).some((count) => count > 0);
  return (
    <Frame context={context} path="" firstDay={firstDay} days={days}>
      <PageHeader
        title={
          active.length > 0
            ? t("public.home.title", { cities: active.length })
            : t("public.home.titleEmpty")
        }
      >
        <p className="max-w-text text-lead">
          {t("public.home.lead", {
            total: aggregate.total,
            cities: active.length,
            countries: new Set(active.map((city) => city.countryCode)).size,
            members: cities.length,
          })}
        </p>
        <OriginCounts
          counts={origins}
          hrefOf={(origin) => addressOf(context, "/projects", { origin })}
        />
      </PageHeader>
      <StageCounts context={context} aggregate={aggregate} filters={{}} />
      <Section title={t("public.home.countries")} id="map">
        <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,11fr)_minmax(0,9fr)]">
          <NetworkMap context={context} cities={cities} />
          <CityIndex context={context} cities={cities} />
        </div>
      </Section>
      <TotalsInTime
        context={context}
        points={points}
        newestDay={newest?.effectiveOn ?? null}
        filters={{}}
      />
      <Section title={t("network.outcome.title")} id="outcomes">
        <p className="max-w-text">
          {t(stating ? "public.home.outcomesSome" : "public.home.outcomesNone")}
        </p>
        {aggregate.total > 0 && (
          <OutcomeSums context={context} outcomes={outcomes} sums={sums} filters={{}} />
        )}
        <ByStage
          id="chart-outcomes"
          context={context}
          title={t("charts.by.outcome")}
          header={t("public.home.outcome")}
          rows={stageRows({
            terms: outcomes,
            aggregates: terms.outcome,
            path: "/outcomes",
            filter: "outcome",
          })}
        />
        {stating && (
          <OutcomeProgress
            context={context}
            outcomes={outcomes.map(({ slug, name }) => ({
              slug,
              name,
              aggregate: terms.outcome[slug] ?? addAggregates([]),
            }))}
          />
        )}
      </Section>
      <Section title={t("public.home.focusAreas")} id="focus-areas">
        <ByStage
          id="chart-focus-areas"
          context={context}
          title={t("charts.by.focusArea")}
          header={t("public.home.focusArea")}
          rows={stageRows({
            terms: areas,
            aggregates: terms.focus_area,
            path: "/focus-areas",
            filter: "focusArea",
            rest: { name: t("public.home.noFocusArea"), whole: aggregate },
          })}
        />
        <p className="text-muted text-small">{t("public.home.focusAreaNote")}</p>
      </Section>
      <Section title={t("network.byCountry")} id="countries">
        <ByStage
          id="chart-countries"
          context={context}
          title={t("charts.by.country")}
          header={t("public.home.country")}
          rows={countryRows(context.locale, cities)}
        />
      </Section>
      <LateProjects context={context} aggregate={aggregate} projects={late} filters={{}} />
      <Section title={t("public.home.changes")} id="changes">
        <ChangeList context={context} changes={latest?.changes ?? []} />
        <p className="print:hidden">
          <a href={addressOf(context, "/changes")}>{t("public.home.allChanges")}</a>
        </p>
      </Section>
      <NewestEdition context={context} edition={newest} />
      <JsonLd
        data={{
          "@type": "Dataset",
          name: t("public.home.titleEmpty"),
          description: t("public.home.description"),
          inLanguage: context.locale,
          isAccessibleForFree: true,
          ...(newest && { dateModified: newest.publishedAt.toISOString() }),
        }}
      />
    </Frame>
  );
});
