import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { Frame } from "@/components/public/frame/frame";
import { JsonLd } from "@/components/public/frame/json-ld";
import { OriginCounts } from "@/components/public/shared/origin";
import { ReportBody } from "@/components/report/body";
import { CiteSection } from "@/components/report/cite-section";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { formatPartialDate } from "@/components/ui/partial-date";
import type { Locale } from "@/lib/domain/language/locale";
import { countByOrigin } from "@/lib/domain/report/report";
import { addressOf } from "@/lib/domain/site/page-context";
import { type CountedReport, findCountedReport } from "@/lib/queries/public/report-figures";
import { findChromium } from "@/lib/reports/chromium";
import { siteOrigin } from "@/lib/site/metadata";

// A page is opened twice: for its metadata and for itself.
export const getCounted = cache(findCountedReport);

/** The address names a report and its freeze; without a number it is the newest one. */
type Own = { slug: string; number?: string };

export const reportMetadata = pageMetadata<Own>(async ({ slug, number, context }) => {
  const counted = await getCounted(slug, number ?? null, null);
  if (!counted) return null;
  const t = await getTranslations("reports.page");
  const { name, asOf } = counted.report;
  return {
    path: reportPath(slug, number),
    title: name,
    description: t("description", { name, asOf: formatPartialDate(asOf, context.locale) }),
  };
});

function reportPath(slug: string, number?: string) {
  return `/reports/${slug}${number ? `/${number}` : ""}`;
}

/** Shows a report as it was frozen. */
export const reportPage = publicPage<Own>(async ({ context, slug, number }) => {
  const counted = await getCounted(slug, number ?? null, null);
  if (!counted) return null;
  const { report, freeze, figures } = counted;
  const t = await getTranslations("reports.page");
  const [newest] = report.freezes;
  return (
    <Frame context={context} path={reportPath(slug, number)} days={null}>
      <PageHeader path={await pathTo(context.locale)} title={report.name}>
        <p className="max-w-text text-lead">{await leadOf(counted, context.locale)}</p>
        <p className="max-w-text">{t("ours")}</p>
        {newest.number !== freeze.number && (
          <Notice tone="warning">
            <p>
              {t.rich("older", {
                number: freeze.number,
                newest: newest.number,
                link: (words) => (
                  <a href={addressOf(context, `/reports/${report.slug}`)}>{words}</a>
                ),
              })}
            </p>
          </Notice>
        )}
      </PageHeader>
      <ReportContent counted={counted} locale={context.locale} />
      <JsonLd
        data={{
          "@type": "Report",
          name: report.name,
          identifier: freeze.hash,
          version: freeze.number,
          datePublished: freeze.frozenAt.toISOString(),
          inLanguage: context.locale,
          isAccessibleForFree: true,
          about: `${figures.listed.length}`,
        }}
      />
    </Frame>
  );
});

/** Returns the links above the title of a report. */
export async function pathTo(locale: Locale, report?: { slug: string; name: string }) {
  const t = await getTranslations();
  const now = { locale, asOf: null };
  return [
    { href: addressOf(now, ""), label: t("public.frame.home") },
    { href: addressOf(now, "/reports"), label: t("reports.list.title") },
    ...(report ? [{ href: addressOf(now, `/reports/${report.slug}`), label: report.name }] : []),
  ];
}

/** Returns the first sentence of a report: the numbers of projects, cities and countries, and its day. */
export async function leadOf({ report, figures }: CountedReport, locale: Locale) {
  const t = await getTranslations("reports.page");
  const cities = figures.listed.map((project) => project.city);
  return t("lead", {
    asOf: formatPartialDate(report.asOf, locale),
    total: figures.listed.length,
    cities: new Set(cities.map((city) => city.slug)).size,
    countries: new Set(cities.map((city) => city.countryCode)).size,
  });
}

/** Shows a report's figures and its citation, on the page and in print. */
export function ReportContent({
  counted,
  locale,
  isOnPaper = false,
}: {
  counted: CountedReport;
  locale: Locale;
  isOnPaper?: boolean;
}) {
  const { report, freeze, figures } = counted;
  const context = { locale, asOf: report.asOf };
  return (
    <>
      <OriginCounts counts={countByOrigin(figures.listed)} />
      <ReportBody
        context={context}
        figures={figures}
        trend={counted.trend}
        before={counted.before}
        printed={counted.printed}
        areaNames={counted.areaNames}
        cityPath={`/${locale}/reports/${report.slug}/${freeze.number}/cities`}
        isOnPaper={isOnPaper}
      />
      <CiteSection
        context={context}
        report={report}
        freeze={freeze}
        editions={figures.projects.length + figures.plans.length}
        origin={siteOrigin()}
        makesPdf={findChromium() !== null}
      />
    </>
  );
}
