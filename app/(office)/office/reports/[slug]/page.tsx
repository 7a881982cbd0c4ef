import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { EntryList } from "@/components/record/history/timeline";
import { ReportBoard } from "@/components/report/board";
import { FreezeList } from "@/components/report/freeze-list";
import { MissingRecords } from "@/components/report/missing-records";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { formatPartialDate } from "@/components/ui/partial-date";
import { holds, ownCityIds } from "@/lib/domain/people/actor";
import { secretariatTimeZone, timeZoneFor } from "@/lib/domain/people/time-zone";
import { toDay } from "@/lib/domain/values/day";
import { listReportHistory } from "@/lib/queries/report/history";
import {
  findOfficeReport,
  listMissingRecords,
  listReportCities,
} from "@/lib/queries/report/reports";
import { requireSignedIn } from "@/lib/web/page";
import { ReportTools } from "./report-tools";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reports.office");
  return { title: t("title") };
}

export default async function ReportPage({
  params,
  searchParams,
}: PageProps<"/office/reports/[slug]">) {
  const { slug } = await params;
  const reader = await requireSignedIn(`/office/reports/${slug}`);
  const report = await findOfficeReport(reader, slug);
  if (!report) notFound();
  const { city: asked } = await searchParams;
  const citySlug = typeof asked === "string" ? asked : null;
  const { opensAt, dueAt, freezes } = report;
  const firstFreeze = freezes.at(-1);
  const [cities, missing, history, t, locale] = await Promise.all([
    listReportCities(reader, report),
    citySlug === null ? [] : listMissingRecords(reader, report, citySlug),
    listReportHistory(reader, slug),
    getTranslations("reports.office"),
    getLocale(),
  ]);
  const now = new Date();
  const selected = cities.find((city) => city.slug === citySlug);
  const day = (at: Date) => formatPartialDate(toDay(at), locale);
  const asOf = formatPartialDate(report.asOf, locale);
  return (
    <div className="flex flex-col gap-6 pb-16">
      <PageHeader path={[{ href: "/office/reports", label: t("title") }]} title={report.name}>
        <p className="max-w-text">
          {opensAt && dueAt
            ? t("days", { asOf, opens: day(opensAt), due: day(dueAt) })
            : t("daysBefore", { asOf })}
        </p>
        {firstFreeze && (
          <p>
            <a
              href={`/${locale}/reports/${slug}`}
              className="inline-flex min-h-11 items-center font-semibold"
            >
              {t("publicPage")}
            </a>
          </p>
        )}
      </PageHeader>
      {!firstFreeze && opensAt && opensAt > now && (
        <Notice>
          <p>{t("notOpenYet", { day: day(opensAt) })}</p>
        </Notice>
      )}
      {firstFreeze && <FreezeList slug={slug} freezes={freezes} />}
      {firstFreeze && opensAt && (
        <p className="max-w-text">{t("boardAtFreeze", { day: day(firstFreeze.frozenAt) })}</p>
      )}
      {selected && (
        <MissingRecords
          city={selected.name}
          records={missing}
          mayOpen={holds(reader, "administrator") || ownCityIds(reader).includes(selected.id)}
        />
      )}
      {opensAt && (
        <ReportBoard
          slug={slug}
          now={firstFreeze?.frozenAt ?? now}
          locale={locale}
          cities={cities.map((city) => ({
            ...city,
            timeZone: timeZoneFor(reader, city.timeZone),
          }))}
        />
      )}
      <ReportTools reader={reader} report={report} cities={cities} now={now} />
      {history.length > 0 && (
        <section className="flex flex-col gap-4 pt-6">
          <h2 className="font-bold text-h2">{t("history")}</h2>
          <EntryList entries={history} timeZone={secretariatTimeZone} />
        </section>
      )}
    </div>
  );
}
