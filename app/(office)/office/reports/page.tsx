import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ReportForm } from "@/app/(office)/office/reports/report-form";
import { PageHeader } from "@/components/ui/page-header";
import { formatPartialDate } from "@/components/ui/partial-date";
import { PlainTable } from "@/components/ui/plain-table";
import { can } from "@/lib/domain/people/policy";
import { toDay } from "@/lib/domain/values/day";
import { listOfficeReports } from "@/lib/queries/report/reports";
import { requireSignedIn } from "@/lib/web/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reports.office");
  return { title: t("title") };
}

export default async function ReportsPage() {
  const reader = await requireSignedIn("/office/reports");
  const [reports, t, locale] = await Promise.all([
    listOfficeReports(reader),
    getTranslations("reports.office"),
    getLocale(),
  ]);
  const day = (at: Date) => formatPartialDate(toDay(at), locale);
  return (
    <div className="flex flex-col gap-6 pb-16">
      <PageHeader title={t("title")}>
        <p className="max-w-text">{t("intro")}</p>
      </PageHeader>
      <PlainTable
        label={t("title")}
        columns={[
          { header: t("report") },
          { header: t("asOf") },
          { header: t("due"), isFolded: true },
          { header: t("state") },
        ]}
        rows={reports.map(({ slug, name, asOf, dueAt, opensAt, lastFreeze }) => ({
          key: slug,
          cells: [
            <a
              key="name"
              href={`/office/reports/${slug}`}
              className="-my-2.5 inline-flex min-h-11 items-center font-semibold"
            >
              {name}
            </a>,
            formatPartialDate(asOf, locale),
            dueAt ? day(dueAt) : "–",
            lastFreeze
              ? t("frozen", { number: lastFreeze.number })
              : opensAt && opensAt > new Date()
                ? t("opens", { day: day(opensAt) })
                : t("open"),
          ],
        }))}
      />
      {can(reader, "report.manage", {}) && (
        <section className="flex flex-col gap-4 pt-6">
          <h2 className="font-bold text-h2">{t("make")}</h2>
          <p className="max-w-text">{t("makeHint")}</p>
          <ReportForm />
        </section>
      )}
    </div>
  );
}
