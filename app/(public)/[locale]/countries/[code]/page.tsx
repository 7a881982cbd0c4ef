import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { CityTable } from "@/components/public/city-table";
import { countRows } from "@/components/public/count-rows";
import { CountTable } from "@/components/public/count-table";
import { Frame } from "@/components/public/frame";
import { NewestEdition } from "@/components/public/newest-edition";
import { Section } from "@/components/public/section";
import { StageCounts } from "@/components/public/stage-counts";
import { PageHeader } from "@/components/ui/page-header";
import { countryNameIn } from "@/lib/domain/country-name";
import { addressOf } from "@/lib/domain/reading";
import { findCountry } from "@/lib/queries/public-country";
import { findNewestEdition } from "@/lib/queries/public-newest";
import { listCityTotals, totalOf } from "@/lib/queries/public-totals";
import { focusAreasIn } from "@/lib/web/framework-names";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

const getCountry = cache(findCountry);

export const generateMetadata = pageMetadata<{ code: string }>(async ({ reading, code }) => {
  const country = await getCountry(code);
  if (!country) return null;
  const name = countryNameIn(reading.locale, country.code, country.name);
  const t = await getTranslations("public.country");
  return {
    path: `/countries/${country.code}`,
    title: name,
    description: t("description", { country: name }),
  };
});

/** One country: its cities and how many projects they list. */
export default publicPage<{ code: string }>(async ({ reading, firstDay, code }) => {
  const country = await getCountry(code);
  if (!country) return null;
  const t = await getTranslations("public");
  const [all, areas, newest] = await Promise.all([
    listCityTotals(reading.asOf),
    focusAreasIn(reading.locale),
    findNewestEdition(reading.asOf),
  ]);
  const cities = all.filter((city) => city.countryCode === country.code);
  const tally = totalOf(cities);
  return (
    <Frame reading={reading} path={`/countries/${country.code}`} firstDay={firstDay}>
      <PageHeader
        path={[
          { href: addressOf(reading, ""), label: t("frame.home") },
          { href: addressOf(reading, "/cities"), label: t("frame.cities") },
        ]}
        title={countryNameIn(reading.locale, country.code, country.name)}
      >
        <p className="max-w-text text-lead">
          {t("country.lead", { cities: cities.length, total: tally.total })}
        </p>
        {country.representativeBody && (
          <p className="max-w-text">
            {t("country.representative", { body: country.representativeBody })}
          </p>
        )}
      </PageHeader>
      <StageCounts reading={reading} tally={tally} filters={{ country: country.code }} />
      <Section title={t("country.cities")}>
        <CityTable label={t("country.cities")} reading={reading} cities={cities} />
      </Section>
      <Section title={t("country.focusAreas")}>
        <CountTable
          label={t("country.focusAreas")}
          header={t("home.focusArea")}
          rows={countRows(reading, {
            terms: areas,
            tally: tally.byFocusArea,
            path: "/focus-areas",
            filter: "focusArea",
            filters: { country: country.code },
            rest: { name: t("home.noFocusArea"), total: tally.total },
          })}
        />
      </Section>
      <NewestEdition reading={reading} edition={newest} />
    </Frame>
  );
});
