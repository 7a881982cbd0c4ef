import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { CityTable } from "@/components/public/city/table";
import { Frame } from "@/components/public/frame/frame";
import { NewestEdition } from "@/components/public/frame/newest-edition";
import { FirstProjects } from "@/components/public/lists/first-projects";
import { ByStage } from "@/components/public/network/by-stage";
import { LateProjects } from "@/components/public/network/late-projects";
import { OutcomeSums } from "@/components/public/network/outcome-sums";
import { stageRows } from "@/components/public/network/stage-rows";
import { SupportCounts } from "@/components/public/network/support-counts";
import { TotalsInTime } from "@/components/public/network/totals-in-time";
import { aimsInLanguage } from "@/components/public/outcome/aims-in-language";
import { OutcomesOfCountry } from "@/components/public/outcome/outcomes-of-country";
import { Section } from "@/components/public/shared/section";
import { StageCounts } from "@/components/public/shared/stage-counts";
import { PageHeader } from "@/components/ui/page-header";
import { countryNameIn } from "@/lib/domain/language/country-name";
import { addressOf } from "@/lib/domain/site/page-context";
import { readAims } from "@/lib/queries/public/aims";
import { listNetworkDays } from "@/lib/queries/public/as-of";
import { getOutcomeSums } from "@/lib/queries/public/assessments";
import { findCountry } from "@/lib/queries/public/country";
import { listLate } from "@/lib/queries/public/late";
import { findNewestEdition } from "@/lib/queries/public/newest";
import { listPublicProjects } from "@/lib/queries/public/projects";
import { getTermTotals } from "@/lib/queries/public/term-totals";
import { listCityTotals, totalOfCities } from "@/lib/queries/public/totals";
import { listTotalsInTime } from "@/lib/queries/public/totals-in-time";
import { focusAreasIn, outcomesIn } from "@/lib/site/framework-names";
import { readDay } from "@/lib/site/open-page";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

const getCountry = cache(findCountry);

export const generateMetadata = pageMetadata<{ code: string }>(async ({ context, code }) => {
  const country = await getCountry(code);
  if (!country) return null;
  const name = countryNameIn(context.locale, country.code, country.name);
  const t = await getTranslations("public.country");
  return {
    path: `/countries/${country.code}`,
    title: name,
    description: t("description", { country: name }),
  };
});

/** Shows one country: its cities, their projects by stage over time, what is late and which support is needed. */
export default publicPage<{ code: string }>(async ({ context, firstDay, code }) => {
  const country = await getCountry(code);
  if (!country) return null;
  const { asOf } = context;
  const filters = { country: country.code };
  const [t, all, terms, sums, points, late, page, areas, outcomes, sources, newest, days] =
    await Promise.all([
      getTranslations(),
      listCityTotals(asOf),
      getTermTotals(asOf, country.code),
      getOutcomeSums(asOf, filters),
      listTotalsInTime(asOf, { kind: "city", term: "", country: country.code }),
      listLate(asOf, filters, 8),
      listPublicProjects(filters, { asOf, limit: 20 }),
      focusAreasIn(context.locale),
      outcomesIn(context.locale),
      readAims({ country: country.code }, asOf),
      findNewestEdition(asOf),
      listNetworkDays(),
    ]);
  const cities = all.filter((city) => city.countryCode === country.code);
  const aggregate = totalOfCities(cities);
  const name = countryNameIn(context.locale, country.code, country.name);
  return (
    <Frame context={context} path={`/countries/${country.code}`} firstDay={firstDay} days={days}>
      <PageHeader
        path={[
          { href: addressOf(context, ""), label: t("public.frame.home") },
          { href: addressOf(context, "/cities"), label: t("public.frame.cities") },
        ]}
        title={name}
      >
        <p className="max-w-text text-lead">
          {t("public.country.lead", { cities: cities.length, total: aggregate.total })}
        </p>
        {country.representativeBody && (
          <p className="max-w-text">
            {t("public.country.representative", { body: country.representativeBody })}
          </p>
        )}
      </PageHeader>
      <StageCounts context={context} aggregate={aggregate} filters={filters} />
      <Section title={t("public.country.cities")} id="cities">
        <CityTable label={t("public.country.cities")} context={context} cities={cities} />
      </Section>
      {(sources.plans.length > 0 || sources.projects.length > 0) && (
        <Section title={t("aims.ofCity.title")} id="outcomes">
          <p className="max-w-text">{t("aims.ofCity.country")}</p>
          <OutcomeSums context={context} outcomes={outcomes} sums={sums} filters={filters} />
          <OutcomesOfCountry
            context={context}
            title={t("aims.ofCity.title")}
            outcomes={outcomes}
            aims={aimsInLanguage(context.locale, sources, readDay(context))}
          />
        </Section>
      )}
      <TotalsInTime
        context={context}
        points={points}
        newestDay={newest?.effectiveOn ?? null}
        filters={filters}
      />
      {aggregate.total > 0 && (
        <Section title={t("public.country.focusAreas")} id="focus-areas">
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
              filters,
              rest: { name: t("public.home.noFocusArea"), whole: aggregate },
            })}
          />
        </Section>
      )}
      <FirstProjects
        context={context}
        title={t("public.frame.projects")}
        none={t("network.noProjects", { country: name })}
        count={aggregate.total}
        projects={"unknown" in page ? [] : page.projects}
        areaNames={Object.fromEntries(areas.map((area) => [area.slug, area.name]))}
        filters={filters}
      />
      <LateProjects context={context} aggregate={aggregate} projects={late} filters={filters} />
      <SupportCounts context={context} aggregate={aggregate} filters={filters} />
      <NewestEdition context={context} edition={newest} />
    </Frame>
  );
});
