import { getTranslations } from "next-intl/server";
import { removeViewAction, saveViewAction } from "@/app/(office)/office/projects/actions";
import { ProjectTable } from "@/components/table/project-table";
import { PageHeader } from "@/components/ui/page-header";
import { timeZoneFor } from "@/lib/domain/people/time-zone";
import { schedules, stages } from "@/lib/domain/record/project";
import { getProjectTerms } from "@/lib/queries/record/plans";
import { parseProjectList } from "@/lib/queries/table/project-asked";
import { listTableProjects } from "@/lib/queries/table/projects";
import { listSavedViews } from "@/lib/queries/table/saved-views";
import { requireSignedIn } from "@/lib/web/page";

export default async function ProjectsPage({ searchParams }: PageProps<"/office/projects">) {
  const reader = await requireSignedIn("/office/projects");
  const terms = await getProjectTerms(reader);
  const state = parseProjectList(await searchParams, terms);
  const projects = await listTableProjects(reader, null, state);
  const t = await getTranslations("table");
  const product = (await getTranslations("office"))("product");
  return (
    <>
      <title>{`${t("title")} · ${product}`}</title>
      <PageHeader title={t("title")} />
      <ProjectTable
        caption={t("caption")}
        emptyText={t("empty")}
        planId={null}
        page={projects}
        state={state}
        framework={terms.framework}
        cities={terms.cities.map(({ slug, name }) => ({ slug, name }))}
        choices={{ stages, schedules }}
        timeZone={timeZoneFor(reader, terms.cities[0]?.timeZone ?? "UTC")}
        views={{
          personId: reader.personId,
          views: await listSavedViews(reader),
          saveAction: saveViewAction,
          removeAction: removeViewAction,
        }}
      />
    </>
  );
}
