import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import {
  saveDraftAction,
  submitRecordAction,
  withdrawSubmissionAction,
} from "@/app/(office)/office/actions";
import { EarlierTitles } from "@/components/project/earlier-titles";
import { RecordDesk } from "@/components/record/record-desk";
import { sectionsOf } from "@/components/record/sections";
import { Timeline } from "@/components/record/timeline";
import { PageHeader } from "@/components/ui/page-header";
import { defaultLocale } from "@/lib/domain/locale";
import { can } from "@/lib/domain/policy";
import { listIssues } from "@/lib/domain/readiness";
import { timeZoneFor } from "@/lib/domain/time-zone";
import { findRecord, listEarlierTitles } from "@/lib/queries/records";
import { listTimeline } from "@/lib/queries/timeline";
import { requireSignedIn } from "@/lib/web/page";

export default async function ProjectPage({
  params,
  searchParams,
}: PageProps<"/office/projects/[projectId]">) {
  const { projectId } = await params;
  const path = `/office/projects/${projectId}`;
  const reader = await requireSignedIn(path);
  const project = await findRecord(reader, "project", projectId);
  if (!project) notFound();

  const { history } = await searchParams;
  const [earlierTitles, timeline, t] = await Promise.all([
    listEarlierTitles(reader, project.id, project.fields.title),
    listTimeline(reader, project.id, history === "all" ? "all" : "some"),
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
        record={project}
        issues={listIssues("project", project.fields)}
        sections={sectionsOf("project")}
        personId={reader.personId}
        mayEdit={can(reader, "draft.edit", project)}
        mayBeLead={can(reader, "draft.submit", project)}
        timeZone={timeZone}
        path={path}
        publicPath={`/${defaultLocale}/cities/${city.slug}/projects/${project.slug}`}
        actions={{
          save: saveDraftAction,
          submit: submitRecordAction,
          withdraw: withdrawSubmissionAction,
        }}
      />
      <Timeline {...timeline} allPath={`${path}?history=all#history`} timeZone={timeZone} />
    </>
  );
}
