import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createProjectAction } from "@/app/(office)/office/plans/[planId]/actions";
import { PlanProfile } from "@/components/plan/plan-profile";
import { NewProjectForm } from "@/components/project/new-project-form";
import { ProjectTable } from "@/components/project/project-table";
import { Question, Standing } from "@/components/record/standing";
import { PageHeader } from "@/components/ui/page-header";
import { defaultLocale } from "@/lib/domain/locale";
import { can } from "@/lib/domain/policy";
import { schedules, stages } from "@/lib/domain/project";
import { timeZoneFor } from "@/lib/domain/time-zone";
import { listProjects, parseProjectList, projectsPerPage } from "@/lib/queries/projects";
import { findRecord } from "@/lib/queries/records";
import { requireSignedIn } from "@/lib/web/page";

export default async function PlanPage({
  params,
  searchParams,
}: PageProps<"/office/plans/[planId]">) {
  const { planId } = await params;
  const reader = await requireSignedIn(`/office/plans/${planId}`);
  const plan = await findRecord(reader, "plan", planId);
  if (!plan) notFound();

  const state = parseProjectList(await searchParams, plan.framework);
  const { rows, total, page } = await listProjects(reader, plan.id, state);
  const t = await getTranslations("office");
  const { city, framework, submission } = plan;
  const title = t("plan.title", { city: city.name });
  const timeZone = timeZoneFor(reader, city.timeZone);
  return (
    <>
      <title>{`${title} · ${t("product")}`}</title>
      <PageHeader path={[{ href: "/office", label: t("nav.home") }]} title={title}>
        <p>{t("plan.period", { period: plan.plan.period, framework: framework.name })}</p>
      </PageHeader>
      {plan.reviewState === "clarification_asked" && submission && (
        <Question submission={submission} timeZone={timeZone} />
      )}
      <PlanProfile
        profile={plan.fields}
        framework={framework}
        profilePath={`/office/plans/${plan.id}/profile`}
        mayEdit={can(reader, "draft.edit", plan)}
      >
        <Standing
          {...plan}
          publicPath={`/${defaultLocale}/cities/${city.slug}`}
          timeZone={timeZone}
        />
      </PlanProfile>
      <section
        aria-labelledby="projects"
        className="flex flex-col gap-4 border-line border-t pt-8 pb-4"
      >
        <h2 id="projects" className="font-bold text-h2">
          {t("plan.projects")}
        </h2>
        <ProjectTable
          cityName={city.name}
          rows={rows}
          total={total}
          perPage={projectsPerPage}
          state={{ ...state, page }}
          framework={framework}
          choices={{ stages, schedules }}
          timeZone={timeZone}
        />
        {can(reader, "project.create", plan) && (
          <NewProjectForm planId={plan.id} createAction={createProjectAction} />
        )}
      </section>
    </>
  );
}
