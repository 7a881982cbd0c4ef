import { useTranslations } from "next-intl";
import { QueueDesk } from "@/components/review/queue-desk";
import type { SignedIn } from "@/lib/domain/people/actor";
import { timeZoneFor } from "@/lib/domain/people/time-zone";
import { type QueueState, toQueueQuery } from "@/lib/domain/review/queue";
import { type Step, stepsOf } from "@/lib/domain/review/steps";
import type { QueueRow } from "@/lib/queries/review/queue";

/** Shows the rows of the queue or the board, with the steps that this reader may take on several at once. */
export function QueueRows({
  caption,
  emptyText,
  submissions,
  reader,
  state,
  locale,
  now,
}: {
  caption: string;
  emptyText: string;
  submissions: QueueRow[];
  reader: SignedIn;
  /** The query, so that the page of a submission knows its neighbours. */
  state: QueueState;
  locale: string;
  now: Date;
}) {
  const t = useTranslations("review.queue");
  const asked = toQueueQuery(state, { after: undefined });
  const steps = submissions.flatMap((row) => {
    const step = bulkStepOf(row, reader);
    return step ? [[row.id, step] as const] : [];
  });
  return (
    <QueueDesk
      caption={caption}
      emptyText={emptyText}
      asked={asked}
      now={now}
      locale={locale}
      steps={Object.fromEntries(steps)}
      submissions={submissions.map((row) => ({
        id: row.id,
        title: row.title || t("planProfile", { period: row.period ?? "" }),
        href: `/office/submissions/${row.id}${asked}`,
        city: row.city,
        country: row.country,
        timeZone: timeZoneFor(reader, row.timeZone),
        submittedBy: row.submittedBy,
        submittedAt: row.submittedAt,
        changedFields: row.changedFields,
        change: row.change,
        state: row.state,
        assignedTo: row.assignedTo,
        heldBecause: row.heldBecause,
        publishAt: row.publishAt,
        dueAt: row.dueAt,
      }))}
    />
  );
}

/** Returns the bulk step for a row, clear or approve; null when the step would be refused. */
function bulkStepOf(row: QueueRow, reader: SignedIn): "clear" | "approve" | null {
  const canTake = (step: Step) =>
    stepsOf(row, reader).some((offered) => offered.step === step && offered.refusal === null);
  if (canTake("clear")) return "clear";
  return canTake("approve") ? "approve" : null;
}
