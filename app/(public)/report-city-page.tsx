import { getTranslations } from "next-intl/server";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { getCounted, pathTo } from "@/app/(public)/report-page";
import { StageChart } from "@/components/charts/stage-chart";
import { Frame } from "@/components/public/frame/frame";
import { Section } from "@/components/public/shared/section";
import { ChangeSections } from "@/components/report/change-sections";
import { ChallengeSection, CityProjects } from "@/components/report/city-body";
import { IndicatorSection } from "@/components/report/indicator-section";
import { LateSection } from "@/components/report/late-section";
import { SupportSection } from "@/components/report/support-section";
import { PageHeader } from "@/components/ui/page-header";
import { formatPartialDate } from "@/components/ui/partial-date";
import { countByStage } from "@/lib/domain/report/report";
import { addressOf } from "@/lib/domain/site/page-context";
import type { CountedReport } from "@/lib/queries/public/report-figures";

type Own = { slug: string; number?: string; city: string };

export const reportCityMetadata = pageMetadata<Own>(async ({ slug, number, city, context }) => {
  const counted = await getCounted(slug, number ?? null, city);
  if (!counted) return null;
  const t = await getTranslations("reports.page");
  const { name, asOf } = counted.report;
  const cityName = cityOf(counted).name;
  return {
    path: `/reports/${slug}${number ? `/${number}` : ""}/cities/${city}`,
    title: `${cityName}, ${name}`,
    description: t("cityDescription", {
      city: cityName,
      name,
      asOf: formatPartialDate(asOf, context.locale),
    }),
  };
});

/** Shows one city in a report. */
export const reportCityPage = publicPage<Own>(async ({ context: now, slug, number, city }) => {
  const counted = await getCounted(slug, number ?? null, city);
  if (!counted) return null;
  const { report, figures, before, areaNames } = counted;
  const context = { locale: now.locale, asOf: report.asOf };
  const asOf = formatPartialDate(report.asOf, context.locale);
  const t = await getTranslations("reports");
  const { name } = cityOf(counted);
  return (
    <Frame
      context={now}
      path={`/reports/${slug}${number ? `/${number}` : ""}/cities/${city}`}
      days={null}
    >
      <PageHeader path={await pathTo(now.locale, report)} title={name}>
        <p className="max-w-text text-lead">
          {t("page.cityLead", { asOf, city: name, total: figures.listed.length })}
        </p>
        <p>
          <a href={addressOf(context, `/cities/${city}`)}>
            {t("city.inTracker", { city: name, asOf })}
          </a>
        </p>
      </PageHeader>
      <StageChart counts={countByStage(figures.listed)} />
      <Section title={t("city.projects")} id="projects">
        <CityProjects
          context={context}
          city={name}
          projects={figures.projects}
          areaNames={areaNames}
        />
      </Section>
      <ChangeSections
        context={context}
        changes={figures.changes}
        before={before}
        areaNames={areaNames}
        cityPath={null}
      />
      <LateSection context={context} late={figures.late} cityPath={null} />
      <IndicatorSection context={context} indicators={figures.indicators} cityPath={null} />
      <SupportSection context={context} support={figures.support} cityPath={null} />
      <ChallengeSection context={context} projects={figures.projects} />
    </Frame>
  );
});

/** A city is in a report by an edition of its own. */
function cityOf({ figures: { projects, plans } }: CountedReport) {
  const [first] = [...projects, ...plans];
  if (!first) throw new Error("A city of a report has no edition");
  return first.city;
}
