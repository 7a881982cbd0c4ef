import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import {
  commentOnDraftAction,
  confirmRecordAction,
  readNoticesAction,
  submitRecordAction,
  withdrawSubmissionAction,
} from "@/app/(office)/office/actions";
import { EarlierTitles } from "@/components/project/earlier-titles";
import { Discussion } from "@/components/record/discussion";
import { RecordDesk } from "@/components/record/record-desk";
import { sectionsOf } from "@/components/record/sections";
import { Timeline } from "@/components/record/timeline";
import { PageHeader } from "@/components/ui/page-header";
import { toDay } from "@/lib/domain/day";
import { defaultLocale } from "@/lib/domain/locale";
import { can } from "@/lib/domain/policy";
import { listIssues } from "@/lib/domain/readiness";
import { relatedIds } from "@/lib/domain/related";
import { listSignals } from "@/lib/domain/signals";
import { timeZoneFor } from "@/lib/domain/time-zone";
import { findDiscussion } from "@/lib/queries/discussion";
import { findRecord, listEarlierTitles } from "@/lib/queries/records";
import { namesOfProjects } from "@/lib/queries/related-projects";
import { listTimeline } from "@/lib/queries/timeline";
import { requireSignedIn } from "@/lib/web/page";

export default async function ProjectPage({ params }: PageProps<"/office/projects/[projectId]">) {
  const { projectId } = await params;
  const path = `/office/projects/${projectId}`;
  const reader = await requireSignedIn(path);
  const project = await findRecord(reader, "project", projectId);
  if (!project) notFound();

  const [earlierTitles, timeline, discussion, names, t] = await Promise.all([
    listEarlierTitles(reader, project.id, project.fields.title),
    listTimeline(reader, project.id),
    findDiscussion(reader, project.id),
    namesOfProjects(reader, relatedIds(project.fields)),
    getTranslations("office"),
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
