"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { BulkProgress } from "@/components/forms/bulk-results";
import { useBulk } from "@/components/forms/use-bulk";
import { maxSelected, useSelection } from "@/components/forms/use-selection";
import { QueueTable, type QueueTableRow } from "@/components/review/queue-table";
import { Button } from "@/components/ui/button";

/** An action on several submissions at once; each row has the one that this reader may take. */
type BulkStep = "approve" | "clear";

/**
 * Shows the rows of the queue, of which several can be approved or cleared at once, with a result for each. A refused
 * row says why and stays selected.
 */
export function QueueDesk({
  caption,
  emptyText,
  submissions,
  steps,
  asked,
  now,
  locale,
}: {
  caption: string;
  /** The text for an empty queue; the results of the last action stay below it. */
  emptyText: string;
  submissions: QueueTableRow[];
  /** The step that this reader may take here, by submission id. */
  steps: Record<string, BulkStep>;
  /** The query of the queue; the selection is empty after it changes. */
  asked: string;
  now: Date;
  locale: string;
}) {
  const router = useRouter();
  const { selected, select, clearSelection } = useSelection<QueueTableRow>(asked);
  const { bulk, run, close } = useBulk((results) => {
    const done = results.flatMap(({ row, result }) => (result.ok ? [row.id] : []));
    select(
      [...selected.values()].filter(({ id }) => done.includes(id)),
      false,
    );
    router.refresh();
  });
  const rowsFor = (step: BulkStep) => [...selected.values()].filter(({ id }) => steps[id] === step);
  const hasSteps = Object.keys(steps).length > 0;
  return (
    <div className="flex flex-col gap-4">
      {submissions.length === 0 && (
        <p className="max-w-text rounded-box bg-wash px-4 py-6">{emptyText}</p>
      )}
      {submissions.length > 0 && (
        <QueueTable
          caption={caption}
          submissions={submissions}
          now={now}
          locale={locale}
          selection={
            hasSteps
              ? {
                  isSelected: (id) => selected.has(id),
                  maySelect: (id) => steps[id] !== undefined,
                  select: (ids, isSelected) =>
                    select(
                      submissions.filter(({ id }) => ids.includes(id)),
                      isSelected,
                    ),
                }
              : undefined
          }
        />
      )}
      {selected.size > 0 && (
        <BulkSection
          count={selected.size}
          rowsFor={rowsFor}
          isIdle={!bulk?.isRunning}
          onRun={(step) => run(step, rowsFor(step), ({ id }) => ({ submissionId: id }))}
          onClear={clearSelection}
        />
      )}
      <BulkProgress bulk={bulk} close={close} />
    </div>
  );
}

/** Shows the number of selected submissions and the actions on them. */
function BulkSection({
  count,
  rowsFor,
  isIdle,
  onRun,
  onClear,
}: {
  count: number;
  rowsFor: (step: BulkStep) => QueueTableRow[];
  isIdle: boolean;
  onRun: (step: BulkStep) => void;
  onClear: () => void;
}) {
  const t = useTranslations("review.queue");
  const bulkWords = useTranslations("table.bulk");
  const offered = (["clear", "approve"] as const).filter((step) => rowsFor(step).length > 0);
  return (
    <section
      aria-label={t("bulk.label")}
      className="flex flex-wrap items-center gap-3 rounded-box border border-line-strong bg-wash p-4"
    >
      <p role="status" className="font-semibold">
        {t("bulk.chosen", { count: count })}
        {count >= maxSelected && ` ${bulkWords("most", { limit: maxSelected })}`}
      </p>
      {offered.map((step) => (
        <Button
          key={step}
          look="primary"
          aria-disabled={!isIdle}
          onClick={() => isIdle && onRun(step)}
        >
          {t(`bulk.${step}`, { count: rowsFor(step).length })}
        </Button>
      ))}
      <Button look="quiet" aria-disabled={!isIdle} onClick={() => isIdle && onClear()}>
        {bulkWords("none")}
      </Button>
    </section>
  );
}
