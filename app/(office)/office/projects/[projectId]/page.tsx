import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import {
  commentOnDraftAction,
  confirmRecordAction,
  readNoticesAction,
  submitRecordAction,
  withdrawSubmissionAction,
} from "@/app/(office)/office/actions";
import { Discussion } from "@/components/record/desk/discussion";
import { EarlierTitles } from "@/components/record/desk/earlier-titles";
import { RecordDesk } from "@/components/record/desk/record-desk";
import { Timeline } from "@/components/record/history/timeline";
import { sectionsOf } from "@/components/record/shared/sections";
import { PageHeader } from "@/components/ui/page-header";
import { defaultLocale } from "@/lib/domain/language/locale";
import { can } from "@/lib/domain/people/policy";
import { timeZoneFor } from "@/lib/domain/people/time-zone";
import { listSignals } from "@/lib/domain/progress/signals";
import { listIssues } from "@/lib/domain/record/readiness";
import { relatedIds } from "@/lib/domain/record/related";
import { toDay } from "@/lib/domain/values/day";
import { listTimeline } from "@/lib/queries/history/timeline";
import { findDiscussion } from "@/lib/queries/record/discussion";
import { findRecord, listEarlierTitles } from "@/lib/queries/record/records";
import { namesOfProjects } from "@/lib/queries/record/related-projects";
import { requireSignedIn } from "@/lib/web/page";

export default async function ProjectPage({ params }: PageProps<"/office/projects/[projectId]">) {
  const { projectId } = await params;
  const path = `/office/projects/${projectId}`;
  const reader = await requireSignedIn(path);
  const project = await findRecord(reader, "project", projectId);
  if (!project) notFound();

  const [earlierTitles, timeline, discussion, names, t, assessing] = await Promise.all([
    listEarlierTitles(reader, project.id, project.fields.title),
    listTimeline(reader, project.id),
    findDiscussion(reader, project.id),
    namesOfProjects(reader, relatedIds(project.fields)),
    getTranslations("office"),
    getTranslations("assessing"),
  ]);
  const { city, plan } = project;
  const title = project.fields.title || t("record.untitled");
  const timeZone = timeZoneFor(reader, city.timeZone);
  return (
    <>
      <title>{`${title} · ${t("product")}`}</title>
      <PageHeader
        path={[
          { href: "/office", label: t("nav.home") },
          { href: `/office/plans/${plan.id}`, label: t("plan.title", { city: city.name }) },
        ]}
        title={title}
      >
        <EarlierTitles titles={earlierTitles} />
        {can(reader, "assessment.write", { recordId: project.id }) && project.edition && (
          <p>
            <a href={`/office/published/${project.id}/assessments`} className="inline-block py-2.5">
              {assessing("record.link")}
            </a>
          </p>
        )}
      </PageHeader>
      <RecordDesk
        record={{ ...project, names }}
        issues={listIssues("project", project.fields)}
        signals={listSignals(project.fields, toDay(new Date()))}
        sections={sectionsOf("project")}
        personId={reader.personId}
        mayEdit={can(reader, "draft.edit", project)}
        mayBeLead={can(reader, "draft.submit", project)}
        timeZone={timeZone}
        path={path}
        publicPath={`/${defaultLocale}/cities/${city.slug}/projects/${project.slug}`}
        discussion={
          discussion && (
            <Discussion
              recordId={project.id}
              personId={reader.personId}
              discussion={discussion}
              timeZone={timeZone}
              actions={{ comment: commentOnDraftAction, read: readNoticesAction }}
            />
          )
        }
        actions={{
          submit: submitRecordAction,
          confirm: confirmRecordAction,
          withdraw: withdrawSubmissionAction,
        }}
      />
      <Timeline {...timeline} allPath={`${path}/history`} timeZone={timeZone} />
    </>
  );
}
