import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AssessmentBasis } from "@/components/assessment/assessment-basis";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/people/policy";
import { timeZoneFor } from "@/lib/domain/people/time-zone";
import { recordPath } from "@/lib/domain/record/path";
import { type AssessmentOfPlan, findPlanAssessments } from "@/lib/queries/assessment/of-plan";
import { requireSignedIn } from "@/lib/web/page";
import { AnswerForms } from "./answer-forms";

type Outcome = { slug: string; name: string; description: string };

/** Shows what the tracker assesses of a whole plan, outcome by outcome, for its city to answer. */
export default async function PlanOutcomesPage({
  params,
}: PageProps<"/office/plans/[planId]/outcomes">) {
  const { planId } = await params;
  const reader = await requireSignedIn(`/office/plans/${planId}/outcomes`);
  const plan = (await findPlanAssessments(reader, planId)) ?? notFound();
  const [t, office] = await Promise.all([getTranslations("assessing"), getTranslations("office")]);
  const { city, framework, open } = plan;
  const mayAnswer = can(reader, "assessment.answer", plan);
  const title = t("title", { city: city.name });
  return (
    <div className="flex flex-col gap-8 pb-16">
      <title>{`${title} · ${office("product")}`}</title>
      <PageHeader
        path={[
          { href: "/office", label: office("nav.home") },
          { href: `/office/plans/${plan.id}`, label: office("plan.title", { city: city.name }) },
        ]}
        title={title}
      >
        <p className="max-w-text">{t("intro")}</p>
        {mayAnswer && <p className="max-w-text">{t("introAnswers")}</p>}
        <p className="font-semibold" role="status">
          {open.length === 0 ? t("none") : t("waiting", { count: open.length })}
        </p>
      </PageHeader>
      {framework.outcomes.map((outcome) => (
        <OutcomePart
          key={outcome.slug}
          outcome={outcome}
          others={framework.outcomes.filter(({ slug }) => slug !== outcome.slug)}
          assessments={open.filter((assessment) => assessment.outcome === outcome.slug)}
          mayAnswer={mayAnswer}
        />
      ))}
      <Answered
        answered={plan.answered}
        outcomes={framework.outcomes}
        timeZone={timeZoneFor(reader, city.timeZone)}
      />
    </div>
  );
}

/** Shows one outcome: what the framework says of it, and beside it what is assessed to serve it. */
async function OutcomePart({
  outcome,
  others,
  assessments,
  mayAnswer,
}: {
  outcome: Outcome;
  others: Outcome[];
  assessments: AssessmentOfPlan[];
  mayAnswer: boolean;
}) {
  const t = await getTranslations("assessing");
  if (assessments.length === 0) return null;
  return (
    <section
      aria-labelledby={outcome.slug}
      className="grid gap-x-12 gap-y-4 border-line border-t pt-8 lg:grid-cols-[minmax(16rem,1fr)_minmax(0,2fr)]"
    >
      <div className="flex flex-col gap-2 self-start lg:sticky lg:top-4">
        <h2 id={outcome.slug} className="font-bold text-h2">
          {outcome.name} ({assessments.length})
        </h2>
        <p className="text-muted text-small">{t("definition")}</p>
        <p>{outcome.description}</p>
      </div>
      <ul className="flex flex-col gap-4">
        {assessments.map((assessment) => (
          <li
            key={assessment.id}
            className="flex flex-col gap-2 rounded-box border border-line-strong p-4"
          >
            <About assessment={assessment} />
            <AssessmentBasis assessment={assessment} />
            {mayAnswer && (
              <AnswerForms assessmentId={assessment.id} kind={assessment.kind} others={others} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

async function About({ assessment }: { assessment: AssessmentOfPlan }) {
  const t = await getTranslations("assessing");
  const { kind, title, summary, entryName, recordId, recordKind } = assessment;
  return (
    <div>
      <p className="text-muted text-small">{t(`kind.${kind}`)}</p>
      <h3 className="font-bold text-h3">
        <a href={recordPath({ id: recordId, kind: recordKind })}>{entryName || title}</a>
      </h3>
      {kind === "indicator" && <p>{title}</p>}
      {kind === "project" && summary && <p>{summary}</p>}
    </div>
  );
}

async function Answered({
  answered,
  outcomes,
  timeZone,
}: {
  answered: NonNullable<Awaited<ReturnType<typeof findPlanAssessments>>>["answered"];
  outcomes: Outcome[];
  timeZone: string;
}) {
  const [t, locale] = await Promise.all([getTranslations("assessing"), getLocale()]);
  const nameOf = (slug: string | null) =>
    outcomes.find((outcome) => outcome.slug === slug)?.name ?? slug ?? "";
  if (answered.length === 0) return null;
  return (
    <section aria-labelledby="answered" className="flex flex-col gap-2 border-line border-t pt-8">
      <h2 id="answered" className="font-bold text-h2">
        {t("answered")} ({answered.length})
      </h2>
      <ul>
        {answered.map((step) => (
          <li key={step.id} className="border-line border-b py-2">
            <p>
              <a href={recordPath(step.record)}>{step.title || t("plan")}</a>
              {` (${t(`kind.${step.assessedKind}`)})`}
            </p>
            <p>
              {t(`answer.${step.kind}`, {
                outcome: nameOf(step.assessedOutcome),
                other: nameOf(step.otherOutcome),
              })}
            </p>
            {step.reason && <p className="whitespace-pre-wrap text-muted">{step.reason}</p>}
            <p className="text-muted text-small">
              {step.byName}, <Moment at={step.at} timeZone={timeZone} locale={locale} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
