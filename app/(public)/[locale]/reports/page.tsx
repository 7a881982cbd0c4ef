import { getTranslations } from "next-intl/server";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { Beside } from "@/components/charts/beside";
import { Frame } from "@/components/public/frame/frame";
import { TrendChart } from "@/components/report/trend-chart";
import { TrendTable } from "@/components/report/trend-table";
import { PageHeader } from "@/components/ui/page-header";
import { listReports } from "@/lib/queries/public/reports";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const generateMetadata = pageMetadata(async () => {
  const t = await getTranslations("reports.list");
  return { path: "/reports", title: t("title"), description: t("description") };
});

/** Shows all frozen reports with their numbers by stage side by side. */
export default publicPage(async ({ context }) => {
  const t = await getTranslations("reports");
  const reports = await listReports();
  return (
    <Frame context={context} path="/reports" days={null}>
      <PageHeader title={t("list.title")}>
        <p className="max-w-text text-lead">{t("list.lead")}</p>
        <p className="max-w-text">{t("page.ours")}</p>
      </PageHeader>
      {reports.length === 0 ? (
        <p>{t("list.none")}</p>
      ) : (
        <Beside chart={<TrendChart points={reports.toReversed()} />}>
          <TrendTable
            context={context}
            points={reports.map((report) => ({ ...report, path: `/reports/${report.slug}` }))}
          />
        </Beside>
      )}
    </Frame>
  );
});
