import { useLocale, useTranslations } from "next-intl";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PartialDateText } from "@/components/ui/partial-date";
import type { ReviewState } from "@/lib/domain/review/review-state";
import type { Day } from "@/lib/domain/values/day";

export type Submission = {
  id: string;
  submittedAt: Date;
  submittedByName: string;
  question: { reason: string; decidedAt: Date; decidedBy: { name: string } } | null;
};

/** Shows the state of a record between its draft and the public edition. */
export function RecordStatus({
  reviewState,
  submission,
  edition,
  editedAt,
  editedByName,
  publicPath,
  timeZone,
}: {
  reviewState: ReviewState;
  submission: Submission | null;
  edition: { number: number; effectiveOn: Day } | null;
  editedAt: Date;
  editedByName: string | null;
  publicPath: string;
  timeZone: string;
}) {
  const t = useTranslations("office.record.standing");
  const labels = useTranslations("choices.reviewState");
  const locale = useLocale();
  return (
    <section aria-labelledby="standing" className="flex flex-col gap-2">
      <h2 id="standing" className="font-bold text-h3">
        {labels(reviewState)}
      </h2>
      <p>
        {t.rich(reviewState, {
          at: () =>
            submission && (
              <Moment at={submission.submittedAt} timeZone={timeZone} locale={locale} />
            ),
          name: submission?.submittedByName ?? "",
        })}{" "}
        {reviewState === "in_review" && submission && (
          <a href={`/office/submissions/${submission.id}`}>{t("submission")}</a>
        )}
      </p>
      {edition && (
        <p>
          {t.rich("edition", {
            number: edition.number,
            day: () => <PartialDateText date={edition.effectiveOn} locale={locale} />,
          })}{" "}
          <a href={publicPath}>{t("publicPage")}</a>
        </p>
      )}
      <p className="text-muted text-small">
        {t("edited")}: <Moment at={editedAt} timeZone={timeZone} locale={locale} />
        {editedByName && ` ${t("editedBy", { name: editedByName })}`}
      </p>
    </section>
  );
}

/** Shows the question with which a submission was returned. */
export function ClarificationQuestion({
  submission,
  timeZone,
}: {
  submission: Submission;
  timeZone: string;
}) {
  const t = useTranslations("office.record.question");
  const locale = useLocale();
  const { question } = submission;
  if (question === null) return null;
  return (
    <Notice tone="warning" title={t("title", { name: question.decidedBy.name })}>
      <p className="text-small">
        <Moment at={question.decidedAt} timeZone={timeZone} locale={locale} />
      </p>
      <blockquote className="max-w-text whitespace-pre-wrap py-2">{question.reason}</blockquote>
      <p>{t("answer")}</p>
      <p>
        <a href={`/office/submissions/${submission.id}`} className="inline-block py-2">
          {t("open")}
        </a>
      </p>
    </Notice>
  );
}
