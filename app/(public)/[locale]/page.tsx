import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { ChangeList } from "@/components/public/change-list";
import { countRows } from "@/components/public/count-rows";
import { CountTable } from "@/components/public/count-table";
import { CountryTable } from "@/components/public/country-table";
import { Frame } from "@/components/public/frame";
import { JsonLd } from "@/components/public/json-ld";
import { NetworkMap } from "@/components/public/network-map";
import { NewestEdition } from "@/components/public/newest-edition";
import { Section } from "@/components/public/section";
import { StageCounts } from "@/components/public/stage-counts";
import { PageHeader } from "@/components/ui/page-header";
import { addressOf } from "@/lib/domain/reading";
import { listChanges } from "@/lib/queries/public-changes";
import { findNewestEdition } from "@/lib/queries/public-newest";
import { listCityTotals, totalOf } from "@/lib/queries/public-totals";
import { focusAreasIn, outcomesIn } from "@/lib/web/framework-names";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

const getTotals = cache(listCityTotals);

export const generateMetadata = pageMetadata(async () => {
  const t = await getTranslations("public.home");
  return { path: "", title: null, description: t("description") };
});

/** The network: how many cities and projects, by stage, focus area and outcome, and what changed last. */
export default publicPage(async ({ reading, firstDay }) => {
  const t = await getTranslations("public.home");
  const [cities, areas, outcomes, latest, newest] = await Promise.all([
    getTotals(reading.asOf),
    focusAreasIn(reading.locale),
    outcomesIn(reading.locale),
    listChanges({ asOf: reading.asOf, limit: 8 }),
    findNewestEdition(reading.asOf),
  ]);
  const tally = totalOf(cities);
  const active = cities.filter((city) => city.tally.total > 0);
  const stating = Object.values(tally.byOutcome).some((count) => count > 0);
  return (
    <Frame reading={reading} path="" firstDay={firstDay}>
      <PageHeader
        title={active.length > 0 ? t("title", { cities: active.length }) : t("titleEmpty")}
      >
        <p className="max-w-text text-lead">
          {t("lead", {
            total: tally.total,
            cities: active.length,
            countries: new Set(active.map((city) => city.countryCode)).size,
            members: cities.length,
          })}
        </p>
      </PageHeader>
      <StageCounts reading={reading} tally={tally} filters={{}} />
      <Section title={t("countries")}>
        <div className="grid items-start gap-x-12 gap-y-6 lg:grid-cols-[3fr_2fr]">
          <NetworkMap reading={reading} cities={cities} />
          <CountryTable reading={reading} cities={cities} />
        </div>
      </Section>
      <div className="grid items-start gap-x-12 lg:grid-cols-2">
        <Section title={t("focusAreas")}>
          <CountTable
            label={t("focusAreas")}
            header={t("focusArea")}
            rows={countRows(reading, {
              terms: areas,
              tally: tally.byFocusArea,
              path: "/focus-areas",
              filter: "focusArea",
              rest: { name: t("noFocusArea"), total: tally.total },
            })}
          />
          <p className="text-muted text-small">{t("focusAreaNote")}</p>
        </Section>
        <Section title={t("outcomes")}>
          <CountTable
            label={t("outcomes")}
            header={t("outcome")}
            rows={countRows(reading, {
              terms: outcomes,
              tally: tally.byOutcome,
              path: "/outcomes",
              filter: "outcome",
            })}
          />
          <p className="max-w-text text-muted text-small">
            {stating ? t("outcomesSome") : t("outcomesNone")}
          </p>
        </Section>
      </div>
      <Section title={t("changes")}>
        <ChangeList reading={reading} changes={latest?.changes ?? []} />
        <p>
          <a href={addressOf(reading, "/changes")}>{t("allChanges")}</a>
        </p>
      </Section>
      <NewestEdition reading={reading} edition={newest} />
      <JsonLd
        data={{
          "@type": "Dataset",
          name: t("titleEmpty"),
          description: t("description"),
          inLanguage: reading.locale,
          isAccessibleForFree: true,
          ...(newest && { dateModified: newest.publishedAt.toISOString() }),
        }}
      />
    </Frame>
  );
});
