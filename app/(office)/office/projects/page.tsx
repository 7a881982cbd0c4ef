import { getTranslations } from "next-intl/server";
import { removeViewAction, saveViewAction } from "@/app/(office)/office/projects/actions";
import { ProjectTable } from "@/components/project/project-table";
import { PageHeader } from "@/components/ui/page-header";
import { schedules, stages } from "@/lib/domain/project";
import { timeZoneFor } from "@/lib/domain/time-zone";
import { getProjectTerms } from "@/lib/queries/plans";
import { parseProjectList } from "@/lib/queries/project-asked";
import { listProjects } from "@/lib/queries/projects";
import { listSavedViews } from "@/lib/queries/saved-views";
import { requireSignedIn } from "@/lib/web/page";

export default async function ProjectsPage({ searchParams }: PageProps<"/office/projects">) {
  const reader = await requireSignedIn("/office/projects");
  const terms = await getProjectTerms(reader);
  const state = parseProjectList(await searchParams, terms);
  const projects = await listProjects(reader, null, state);
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
