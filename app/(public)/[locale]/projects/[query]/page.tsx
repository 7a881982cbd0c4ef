import { getTranslations } from "next-intl/server";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { AnswerStatus } from "@/components/public/answer-status";
import { Frame } from "@/components/public/frame";
import { ProjectFilterForm } from "@/components/public/project-filter-form";
import { ProjectTable } from "@/components/public/project-table";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { addressOf } from "@/lib/domain/reading";
import { listProjects, projectFilters } from "@/lib/queries/public-projects";
import { listCityTotals } from "@/lib/queries/public-totals";
import { focusAreasIn, outcomesIn } from "@/lib/web/framework-names";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const generateMetadata = pageMetadata(async () => {
  const t = await getTranslations("public.projects");
  return {
    path: "/projects",
    title: t("title"),
    description: t("description"),
  };
});

/** The listed projects that meet the filters in the address, a page at a time. */
export default publicPage(async ({ reading, firstDay, query }) => {
  const t = await getTranslations("public.projects");
  const { cursor = null, ...typed } = query;
  const filters = projectFilters.safeParse(typed);
  const [page, cities, areas, outcomes] = await Promise.all([
    filters.success
      ? listProjects(filters.data, { asOf: reading.asOf, cursor, limit: 50 })
      : { unknown: filters.error.issues.map((issue) => issue.path.join(".")).join(", ") },
    listCityTotals(reading.asOf),
    focusAreasIn(reading.locale),
    outcomesIn(reading.locale),
  ]);
  const areaNames = Object.fromEntries(areas.map(({ slug, name }) => [slug, name]));
  return (
    <Frame reading={reading} path="/projects" firstDay={firstDay}>
      <PageHeader title={t("title")} />
      <ProjectFilterForm
        reading={reading}
        typed={typed}
        cities={cities}
        areas={areas}
        outcomes={outcomes}
      />
      {"unknown" in page ? (
        <Notice tone="warning">
          <AnswerStatus status={400} />
          <p>{t("unknown", { name: page.unknown })}</p>
        </Notice>
      ) : (
        <>
          <p className="pt-8 pb-2">
            {page.projects.length === 0 ? t("none") : t("shown", { count: page.projects.length })}
          </p>
          {page.projects.length > 0 && (
            <ProjectTable
              label={t("title")}
              reading={reading}
              projects={page.projects}
              areaNames={areaNames}
            />
          )}
          <p className="flex gap-6 pt-4">
            {cursor !== null && <a href={addressOf(reading, "/projects", typed)}>{t("first")}</a>}
            {page.nextCursor !== null && (
              <a href={addressOf(reading, "/projects", { ...typed, cursor: page.nextCursor })}>
                {t("more")}
              </a>
            )}
          </p>
        </>
      )}
    </Frame>
  );
});
