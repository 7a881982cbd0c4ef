import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AssessmentBasis } from "@/components/assessment/assessment-basis";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/people/policy";
import { timeZoneFor } from "@/lib/domain/people/time-zone";
import { findAssessments } from "@/lib/queries/assessment/of-record";
import { requireSignedIn } from "@/lib/web/page";
import { CorrectForm, WithdrawForm, WriteForm } from "./assessment-forms";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assessing.record");
  return { title: t("title") };
}

type Found = NonNullable<Awaited<ReturnType<typeof findAssessments>>>;

/** Shows what the tracker assesses of a record with what became of it, for the secretariat to write, correct and withdraw. */
export default async function AssessmentsPage({
  params,
}: PageProps<"/office/published/[recordId]/assessments">) {
  const { recordId } = await params;
  const reader = await requireSignedIn(`/office/published/${recordId}/assessments`);
  const record = (await findAssessments(reader, recordId)) ?? notFound();
  const [t, published] = await Promise.all([
    getTranslations("assessing.record"),
    getTranslations("published"),
  ]);
  const { outcomes, open, ended } = record;
  const title = record.title || published("planProfile", { period: record.period });
  const timeZone = timeZoneFor(reader, record.city.timeZone);
  const mayReadPublished = can(reader, "record.withhold", { recordId });
  return (
    <div className="flex max-w-text flex-col gap-10 pb-16">
      <PageHeader
        path={mayReadPublished ? [{ href: `/office/published/${recordId}`, label: title }] : []}
        title={`${t("title")}: ${title}`}
      >
        <p>{record.city.name}</p>
        <p>{t("intro")}</p>
      </PageHeader>
      <section className="flex flex-col gap-4">
        <h2 className="font-bold text-h2">{t("open")}</h2>
        {open.length === 0 && <p>{t("openNone")}</p>}
        {open.map((assessment) => (
          <div
            key={assessment.id}
            className="flex flex-col gap-2 rounded-box border border-line-strong p-4"
          >
            <Said assessment={assessment} outcomes={outcomes} />
            <details>
              <summary className="min-h-11 cursor-pointer py-2 font-semibold">
                {t("correct")}
              </summary>
              <CorrectForm assessment={assessment} outcomes={outcomes} />
            </details>
            <details>
              <summary className="min-h-11 cursor-pointer py-2 font-semibold">
                {t("withdraw")}
              </summary>
              <WithdrawForm assessmentId={assessment.id} />
            </details>
          </div>
        ))}
      </section>
      <section className="flex flex-col gap-4">
        <h2 className="font-bold text-h2">{t("add")}</h2>
        <WriteForm
          // A form that was sent begins anew.
          key={open.length + ended.length}
          recordId={recordId}
          assessable={record.assessable}
          outcomes={outcomes}
        />
      </section>
      {ended.length > 0 && (
        <section className="flex flex-col gap-4">
          <h2 className="font-bold text-h2">{t("ended")}</h2>
          {ended.map((assessment) => (
            <div key={assessment.id} className="flex flex-col gap-1 border-line border-b pb-4">
              <Said assessment={assessment} outcomes={outcomes} />
              <Step assessment={assessment} outcomes={outcomes} timeZone={timeZone} />
            </div>
          ))}
        </section>
      )}
    </div>
  );
}

type Shown = { assessment: Found["open"][number]; outcomes: Found["outcomes"] };

async function Said({ assessment, outcomes }: Shown) {
  const [t, kinds] = await Promise.all([
    getTranslations("assessing.record"),
    getTranslations("assessing.kind"),
  ]);
  const { kind, entryName, outcome, byName } = assessment;
  return (
    <>
      <h3 className="font-bold text-h3">{nameOf(outcomes, outcome)}</h3>
      <p>{kind === "project" ? t("whole") : `${kinds(kind)}: ${entryName || t("removed")}`}</p>
      <AssessmentBasis assessment={assessment} />
      <p className="text-muted text-small">
        {byName === null ? t("readByTracker") : t("writtenBy", { name: byName })}
      </p>
    </>
  );
}

async function Step({ assessment: { step }, outcomes, timeZone }: Shown & { timeZone: string }) {
  const [t, locale] = await Promise.all([getTranslations("assessing.record.step"), getLocale()]);
  if (!step) return null;
  return (
    <>
      <p className="font-semibold">
        {t(step.kind, { name: step.by.name, outcome: nameOf(outcomes, step.outcome) })},{" "}
        <Moment at={step.at} timeZone={timeZone} locale={locale} />
      </p>
      {step.reason && <p className="whitespace-pre-wrap">{step.reason}</p>}
    </>
  );
}

function nameOf(outcomes: Found["outcomes"], slug: string | null) {
  return outcomes.find((outcome) => outcome.slug === slug)?.name ?? slug ?? "";
}
