import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createProjectAction } from "@/app/(office)/office/plans/[planId]/actions";
import { removeViewAction, saveViewAction } from "@/app/(office)/office/projects/actions";
import { OutcomesOfCity } from "@/components/public/outcome/outcomes-of-city";
import { NewProjectForm } from "@/components/record/desk/new-project-form";
import { PlanProfile } from "@/components/record/desk/plan-profile";
import { ClarificationQuestion, RecordStatus } from "@/components/record/desk/record-status";
import { PlanSheets } from "@/components/sheet/plan-sheets";
import { ProjectTable } from "@/components/table/project-table";
import { PageHeader } from "@/components/ui/page-header";
import { defaultLocale } from "@/lib/domain/language/locale";
import { can } from "@/lib/domain/people/policy";
import { timeZoneFor } from "@/lib/domain/people/time-zone";
import { schedules, stages } from "@/lib/domain/record/project";
import { currentContext } from "@/lib/domain/site/page-context";
import { toDay } from "@/lib/domain/values/day";
import { countWaiting } from "@/lib/queries/assessment/of-plan";
import { readAims } from "@/lib/queries/public/aims";
import { findRecord } from "@/lib/queries/record/records";
import { parseProjectList } from "@/lib/queries/table/project-asked";
import { listTableProjects } from "@/lib/queries/table/projects";
import { listSavedViews } from "@/lib/queries/table/saved-views";
import { requireSignedIn } from "@/lib/web/page";

export default async function PlanPage({
  params,
  searchParams,
}: PageProps<"/office/plans/[planId]">) {
  const { planId } = await params;
  const reader = await requireSignedIn(`/office/plans/${planId}`);
  const plan = await findRecord(reader, "plan", planId);
  if (!plan) notFound();

  const { framework } = plan;
  const state = parseProjectList(await searchParams, { framework, cities: [] });
  const [projects, waiting, published, t, words, assessing] = await Promise.all([
    listTableProjects(reader, plan.id, state),
    countWaiting(reader, plan.id),
    readAims({ city: plan.city.slug }, null),
    getTranslations("office"),
    getTranslations("aims.ofCity"),
    getTranslations("assessing"),
  ]);
  const { city, submission } = plan;
  const title = t("plan.title", { city: city.name });
  const timeZone = timeZoneFor(reader, city.timeZone);
  return (
    <>
      <title>{`${title} · ${t("product")}`}</title>
      <PageHeader path={[{ href: "/office", label: t("nav.home") }]} title={title}>
        <p>{t("plan.period", { period: plan.plan.period, framework: framework.name })}</p>
        <p className="flex flex-wrap gap-x-6 [&>a]:py-2.5">
          <a href={`/office/plans/${plan.id}/outcomes`}>
            {waiting === 0 ? assessing("none") : assessing("waiting", { count: waiting })}
          </a>
          {can(reader, "assessment.write", { recordId: plan.id }) && plan.edition && (
            <a href={`/office/published/${plan.id}/assessments`}>{assessing("record.link")}</a>
          )}
        </p>
      </PageHeader>
      {plan.reviewState === "clarification_asked" && submission && (
        <ClarificationQuestion submission={submission} timeZone={timeZone} />
      )}
      <PlanProfile
        profile={plan.fields}
        framework={framework}
        profilePath={`/office/plans/${plan.id}/profile`}
        mayEdit={can(reader, "draft.edit", plan)}
      >
        <RecordStatus
          {...plan}
          publicPath={`/${defaultLocale}/cities/${city.slug}`}
          timeZone={timeZone}
        />
      </PlanProfile>
      <section
        aria-labelledby="outcomes"
        className="flex flex-col gap-4 border-line border-t pt-8 pb-4"
      >
        <div>
          <h2 id="outcomes" className="font-bold text-h2">
            {words("title")}
          </h2>
          <p>{words("lead")}</p>
          <p className="text-muted text-small">{words("published")}</p>
        </div>
        <OutcomesOfCity
          context={currentContext}
          outcomes={framework.outcomes}
          sources={{ ...published, plans: published.plans.filter(({ id }) => id === plan.id) }}
          today={toDay(new Date())}
        />
      </section>
      <section
        aria-labelledby="projects"
        className="flex flex-col gap-4 border-line border-t pt-8 pb-4"
      >
        <h2 id="projects" className="font-bold text-h2">
          {t("plan.projects")}
        </h2>
        <ProjectTable
          caption={t("plan.projectsOf", { city: city.name })}
          emptyText={t("plan.noProjects")}
          planId={plan.id}
          page={projects}
          state={state}
          framework={framework}
          cities={[]}
          choices={{ stages, schedules }}
          timeZone={timeZone}
          views={{
            personId: reader.personId,
            views: await listSavedViews(reader),
            saveAction: saveViewAction,
            removeAction: removeViewAction,
          }}
        />
        {can(reader, "project.create", plan) && (
          <NewProjectForm planId={plan.id} createAction={createProjectAction} />
        )}
        <PlanSheets planId={plan.id} mayImport={can(reader, "plan.import", plan)} />
      </section>
    </>
  );
}
