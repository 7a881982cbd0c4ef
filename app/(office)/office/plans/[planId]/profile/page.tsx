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
import { RecordDesk } from "@/components/record/desk/record-desk";
import { Timeline } from "@/components/record/history/timeline";
import { sectionsOf } from "@/components/record/shared/sections";
import { PageHeader } from "@/components/ui/page-header";
import { defaultLocale } from "@/lib/domain/language/locale";
import { can } from "@/lib/domain/people/policy";
import { timeZoneFor } from "@/lib/domain/people/time-zone";
import { namesOf } from "@/lib/domain/record/answers";
import { listIssues } from "@/lib/domain/record/readiness";
import { listTimeline } from "@/lib/queries/history/timeline";
import { listAnswers } from "@/lib/queries/record/answers";
import { findDiscussion } from "@/lib/queries/record/discussion";
import { findRecord } from "@/lib/queries/record/records";
import { requireSignedIn } from "@/lib/web/page";

export default async function PlanProfilePage({
  params,
}: PageProps<"/office/plans/[planId]/profile">) {
  const { planId } = await params;
  const path = `/office/plans/${planId}/profile`;
  const reader = await requireSignedIn(path);
  const plan = await findRecord(reader, "plan", planId);
  if (!plan) notFound();

  const [timeline, discussion, answers, t] = await Promise.all([
    listTimeline(reader, plan.id),
    findDiscussion(reader, plan.id),
    listAnswers(reader, plan.id),
    getTranslations("office"),
  ]);
  const { city } = plan;
  const title = t("profile.title", { city: city.name });
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
      />
      <RecordDesk
        record={{ ...plan, names: namesOf(answers), answers }}
        issues={listIssues("plan", plan.fields)}
        signals={[]}
        sections={sectionsOf("plan")}
        personId={reader.personId}
        mayEdit={can(reader, "draft.edit", plan)}
        mayBeLead={can(reader, "draft.submit", plan)}
        timeZone={timeZone}
        path={path}
        publicPath={`/${defaultLocale}/cities/${city.slug}`}
        discussion={
          discussion && (
            <Discussion
              recordId={plan.id}
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
