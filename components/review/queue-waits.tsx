import { useTranslations } from "next-intl";
import type { QueueTableRow } from "@/components/review/queue-table";
import { Moment } from "@/components/ui/moment";
import { isOpenState, waitingDays } from "@/lib/domain/review/submission";

/** Shows how long a submission has waited, or how it ended, and below it when its city's records are due. */
export function QueueWaits({
  row: { state, submittedAt, publishAt, dueAt, timeZone },
  now,
  locale,
}: {
  row: QueueTableRow;
  now: Date;
  locale: string;
}) {
  const t = useTranslations("review.queue");
  const states = useTranslations("choices.submissionState");
  if (!isOpenState(state)) return <p>{states(state)}</p>;
  if (publishAt) {
    return (
      <p>
        {t("publishedAt")} <Moment at={publishAt} timeZone={timeZone} locale={locale} />
      </p>
    );
  }
  return (
    <>
      <p className="sm:whitespace-nowrap">{t("days", { days: waitingDays(submittedAt, now) })}</p>
      {dueAt && (
        <p className={`text-small ${dueAt < now ? "font-semibold text-warning" : "text-muted"}`}>
          {dueAt < now && <span aria-hidden="true">▲ </span>}
          {t(dueAt < now ? "wasDue" : "due")}{" "}
          <Moment at={dueAt} timeZone={timeZone} locale={locale} />
        </p>
      )}
    </>
  );
}
