import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { namedIn } from "@/app/(office)/office/named-in";
import { SignalList } from "@/components/record/desk/signal-list";
import { RecordDiff } from "@/components/record/diff/diff";
import { Around } from "@/components/review/around";
import { Chain } from "@/components/review/chain";
import { CheckList } from "@/components/review/check-list";
import { Comments } from "@/components/review/comments";
import { SameAsBefore } from "@/components/review/same-as-before";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { formatPartialDate } from "@/components/ui/partial-date";
import { can } from "@/lib/domain/people/policy";
import { timeZoneFor } from "@/lib/domain/people/time-zone";
import { listSignals } from "@/lib/domain/progress/signals";
import { assessmentChecks } from "@/lib/domain/review/assessment-checks";
import { listChecks } from "@/lib/domain/review/checks";
import { queueState, toQueueQuery } from "@/lib/domain/review/queue";
import { isOpen, waitingDays } from "@/lib/domain/review/submission";
import { readingNow, recordAddress } from "@/lib/domain/site/page-context";
import { toDay } from "@/lib/domain/values/day";
import { findAround } from "@/lib/queries/review/queue";
import { findSubmission } from "@/lib/queries/review/submissions";
import { requireSignedIn } from "@/lib/web/page";
import { DiffBase } from "./diff-base";
import { FieldReview } from "./field-review";
import { Notes } from "./notes";
import { Ratings } from "./ratings";
import { Steps } from "./steps";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("review");
  return { title: t("submission") };
}

export default async function SubmissionPage({
  params,
  searchParams,
}: PageProps<"/office/submissions/[submissionId]">) {
  const { submissionId } = await params;
  const reader = await requireSignedIn(`/office/submissions/${submissionId}`);
  const submission = (await findSubmission(reader, submissionId)) ?? notFound();
  const search = await searchParams;
  const asked = queueState.parse(search);
  const around = await findAround(reader, submissionId, asked, new Date());
  const addressOf = (id: string | null) => id && `/office/submissions/${id}${toQueueQuery(asked)}`;
  const { city, before, beforeQuestion, edition } = submission;
  const isSinceQuestion = search["since"] === "question" && beforeQuestion !== null;
  const base = isSinceQuestion ? beforeQuestion : (before?.fields ?? null);
  const [t, assessing, difference, progress, threads, locale, { names, files }] = await Promise.all(
    [
      getTranslations("review"),
      getTranslations("assessing.record"),
      getTranslations("diff"),
      getTranslations("progress"),
      getTranslations("threads"),
      getLocale(),
      namedIn(reader, submission.recordId, [submission.fields, ...(base ? [base] : [])]),
    ],
  );
  const timeZone = timeZoneFor(reader, city.timeZone);
  const signals =
    "stage" in submission.fields
      ? listSignals(submission.fields, toDay(submission.submittedAt))
      : [];
  const checks = [
    ...listChecks(before?.fields ?? null, submission.fields, {
      since: submission.ages?.since ?? {},
      today: toDay(submission.submittedAt),
    }),
    ...assessmentChecks(
      submission.fields,
      submission.assessments,
      Object.fromEntries(submission.framework.outcomes.map(({ slug, name }) => [slug, name])),
    ),
  ];
  const openThreads = submission.threads.filter((thread) => thread.resolvedAt === null);
  const shown = {
    locale,
    framework: submission.framework,
    files,
    names,
    ...(isSinceQuestion && {
      sides: { before: threads("beforeQuestion"), after: difference("after") },
    }),
  };
  const { kind, slug } = submission;
  const publicAddress = recordAddress(readingNow, { kind, slug, citySlug: city.slug });
  return (
    <div className="flex flex-col gap-8 pb-16">
      <PageHeader
        path={[{ href: "/office/submissions", label: t("submissions") }]}
        title={titleOf(submission.fields) ?? t("planProfile", { period: submission.period ?? "" })}
      >
        <p>{t("of", { city: city.name, country: city.country.name })}</p>
        <p>
          {t(`change.${submission.change}`)}
          {isOpen(submission) &&
            ` · ${t("waits", { days: waitingDays(submission.submittedAt, new Date()) })}`}
        </p>
        <p className="flex flex-wrap gap-x-6 print:hidden [&>a]:py-2.5">
          {before !== null && !edition && <a href={publicAddress}>{t("publicPage")}</a>}
          {before !== null && can(reader, "assessment.write", submission) && (
            <a href={`/office/published/${submission.recordId}/assessments`}>{assessing("link")}</a>
          )}
          <a href="#steps">{t("steps.jump")}</a>
          {openThreads[0] && (
            <a href={`#thread-${openThreads[0].id}`}>
              {threads("openQuestions", { count: openThreads.length })}
            </a>
          )}
        </p>
      </PageHeader>
      {edition && (
        <Notice role="status" tone="good" title={t("publishedAs", { number: edition.number })}>
          <p className="flex flex-wrap gap-x-6 [&>a]:py-2.5">
            <a href={publicAddress}>{t("publicPage")}</a>
            {can(reader, "edition.correct", submission) && (
              <a href={`/office/published/${submission.recordId}`}>{t("correctOrWithhold")}</a>
            )}
          </p>
        </Notice>
      )}
      <section className="flex flex-col gap-4">
        <h2 className="font-bold text-h2">{t("chain.title")}</h2>
        <Chain submission={submission} timeZone={timeZone} locale={locale} />
      </section>
      {submission.comments.length > 0 && (
        <section className="flex flex-col gap-4">
          <h2 className="font-bold text-h2">{t("comments.title")}</h2>
          <Comments comments={submission.comments} timeZone={timeZone} locale={locale} />
        </section>
      )}
      <CheckList checks={checks} />
      <SignalList signals={signals} hint={progress("signalsReviewer")} />
      <section className="flex flex-col gap-2">
        <h2 className="font-bold text-h2">{t("diff.title")}</h2>
        {beforeQuestion && (
          <DiffBase
            address={`/office/submissions/${submissionId}`}
            isSinceQuestion={isSinceQuestion}
          />
        )}
        <p className="max-w-text">
          {isSinceQuestion
            ? threads("against")
            : before === null
              ? t("diff.allNew")
              : t(submission.change === "confirmation" ? "diff.confirmed" : "diff.against", {
                  number: before.number,
                  day: formatPartialDate(before.effectiveOn, locale),
                })}
        </p>
        <RecordDiff
          kind={submission.kind}
          before={base}
          after={submission.fields}
          shown={shown}
          beside={{
            fields: new Set([
              ...openThreads.map((thread) => thread.field),
              // A field with a stale translation did not change itself.
              ...checks.flatMap(({ check, field }) => (check === "english_changed" ? field : [])),
            ]),
            of: (spec) => (
              <FieldReview
                spec={spec}
                submission={submission}
                reader={reader}
                shown={shown}
                timeZone={timeZone}
              />
            ),
          }}
        />
      </section>
      {submission.ages && (
        <SameAsBefore kind={submission.kind} since={submission.ages.since} locale={locale} />
      )}
      <Ratings submission={submission} reader={reader} />
      <Notes submission={submission} reader={reader} timeZone={timeZone} locale={locale} />
      <Steps
        submission={submission}
        reader={reader}
        reviewers={around.reviewers}
        timeZone={timeZone}
        locale={locale}
      />
      <Around
        previous={addressOf(around.previous)}
        next={addressOf(around.next)}
        queue={`/office/submissions${toQueueQuery(asked)}`}
      />
    </div>
  );
}

/** Returns the submitted title of a project; null for a plan, which is named by its period. */
function titleOf(fields: object) {
  return "title" in fields ? String(fields.title) : null;
}
