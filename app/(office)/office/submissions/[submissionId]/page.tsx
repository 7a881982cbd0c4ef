import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { SignalList } from "@/components/record/desk/signal-list";
import { Around } from "@/components/review/around";
import { Chain } from "@/components/review/chain";
import { CheckList } from "@/components/review/check-list";
import { Comments } from "@/components/review/comments";
import { SameAsBefore } from "@/components/review/same-as-before";
import { timeZoneFor } from "@/lib/domain/people/time-zone";
import { listSignals } from "@/lib/domain/progress/signals";
import { assessmentChecks } from "@/lib/domain/review/assessment-checks";
import { listChecks } from "@/lib/domain/review/checks";
import { queueState, toQueueQuery } from "@/lib/domain/review/queue";
import { toDay } from "@/lib/domain/values/day";
import { findAround } from "@/lib/queries/review/queue";
import { findSubmission } from "@/lib/queries/review/submissions";
import { requireSignedIn } from "@/lib/web/page";
import { Notes } from "./notes";
import { Ratings } from "./ratings";
import { Steps } from "./steps";
import { SubmissionDiff } from "./submission-diff";
import { SubmissionHeader } from "./submission-header";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("review");
  return { title: t("submission") };
}

/** Shows a submission: its steps, its differences, and what this reader may do with it. */
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
  const [t, progress, locale] = await Promise.all([
    getTranslations("review"),
    getTranslations("progress"),
    getLocale(),
  ]);
  const timeZone = timeZoneFor(reader, submission.city.timeZone);
  const { fields, submittedAt, before } = submission;
  const signals = "stage" in fields ? listSignals(fields, toDay(submittedAt)) : [];
  const checks = [
    ...listChecks(before?.fields ?? null, fields, {
      since: submission.ages?.since ?? {},
      today: toDay(submittedAt),
    }),
    ...assessmentChecks(
      fields,
      submission.assessments,
      Object.fromEntries(submission.framework.outcomes.map(({ slug, name }) => [slug, name])),
    ),
  ];
  return (
    <div className="flex flex-col gap-8 pb-16">
      <SubmissionHeader submission={submission} reader={reader} />
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
      <SubmissionDiff
        submission={submission}
        reader={reader}
        checks={checks}
        wantsQuestion={search["since"] === "question"}
        timeZone={timeZone}
      />
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
