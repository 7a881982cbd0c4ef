import { useTranslations } from "next-intl";
import { QueueWaits } from "@/components/review/queue-waits";
import { Moment } from "@/components/ui/moment";
import type { ChangeKind, SubmissionState } from "@/lib/domain/review/submission";

/** A row of the queue. */
export type QueueTableRow = {
  id: string;
  /** The title; for a plan's profile a text that says so. */
  title: string;
  href: string;
  city: string;
  country: string;
  timeZone: string;
  submittedBy: string;
  submittedAt: Date;
  changedFields: number;
  change: ChangeKind;
  state: SubmissionState;
  assignedTo: string | null;
  heldBecause: string | null;
  publishAt: Date | null;
  dueAt: Date | null;
};

/** The selection of rows, when an action on several is possible. */
export type QueueSelection = {
  isSelected: (id: string) => boolean;
  /** A row without a possible action has no box. */
  maySelect: (id: string) => boolean;
  select: (ids: string[], isSelected: boolean) => void;
};

/** Shows the submissions of one part of the queue. On a narrow screen the other columns stand below the title. */
export function QueueTable({
  caption,
  submissions,
  now,
  locale,
  selection,
}: {
  caption: string;
  submissions: QueueTableRow[];
  now: Date;
  locale: string;
  selection?: QueueSelection | undefined;
}) {
  const t = useTranslations("review.queue");
  const selectable = selection ? submissions.filter(({ id }) => selection.maySelect(id)) : [];
  const heading = "hidden py-2 pr-4 font-semibold md:table-cell";
  return (
    <table className="w-full border-collapse text-left">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-line-strong border-b text-small">
        <tr>
          {selection && (
            <td className="w-11">
              {selectable.length > 0 && (
                <Box
                  label={t("chooseAll")}
                  isChecked={selectable.every(({ id }) => selection.isSelected(id))}
                  onChange={(isSelected) =>
                    selection.select(
                      selectable.map(({ id }) => id),
                      isSelected,
                    )
                  }
                />
              )}
            </td>
          )}
          <th scope="col" className="py-2 pr-4 font-semibold">
            {t("column.submission")}
          </th>
          <th scope="col" className={heading}>
            {t("column.submittedBy")}
          </th>
          <th scope="col" className={`${heading} text-right`}>
            {t("column.changed")}
          </th>
          <th scope="col" className={heading}>
            {t("column.assigned")}
          </th>
          <th scope="col" className="py-2 text-right font-semibold">
            {t("column.waits")}
          </th>
        </tr>
      </thead>
      <tbody>
        {submissions.map((row) => (
          <QueueRow key={row.id} row={row} now={now} locale={locale} selection={selection} />
        ))}
      </tbody>
    </table>
  );
}

function QueueRow({
  row,
  now,
  locale,
  selection,
}: {
  row: QueueTableRow;
  now: Date;
  locale: string;
  selection: QueueSelection | undefined;
}) {
  const t = useTranslations("review.queue");
  return (
    <tr className="border-line border-b align-top">
      {selection && (
        <td>
          {selection.maySelect(row.id) && (
            <Box
              label={t("choose", { title: row.title })}
              isChecked={selection.isSelected(row.id)}
              onChange={(isSelected) => selection.select([row.id], isSelected)}
            />
          )}
        </td>
      )}
      <th scope="row" className="pt-1 pr-4 pb-3 font-normal">
        <a href={row.href} className="inline-block py-2.5 font-semibold">
          {row.title}
        </a>
        <p>
          {row.city}, {row.country} · {t(`change.${row.change}`)}
        </p>
        {row.heldBecause && (
          <p className="max-w-text">
            <span aria-hidden="true">⏸ </span>
            {t("held", { reason: row.heldBecause })}
          </p>
        )}
        <p className="text-muted text-small md:hidden">
          {row.change === "confirmation"
            ? row.submittedBy
            : t("narrow", { name: row.submittedBy, count: row.changedFields })}
        </p>
        {row.assignedTo && (
          <p className="text-muted text-small md:hidden">
            {t("assignedTo", { name: row.assignedTo })}
          </p>
        )}
      </th>
      <td className="hidden py-3.5 pr-4 md:table-cell">
        <p>{row.submittedBy}</p>
        <p className="text-muted text-small">
          <Moment at={row.submittedAt} timeZone={row.timeZone} locale={locale} />
        </p>
      </td>
      <td className="hidden py-3.5 pr-4 text-right md:table-cell">{row.changedFields}</td>
      <td className="hidden py-3.5 pr-4 md:table-cell">
        {row.assignedTo ?? <span className="text-muted">{t("nobodyYet")}</span>}
      </td>
      <td className="py-3.5 text-right">
        <QueueWaits row={row} now={now} locale={locale} />
      </td>
    </tr>
  );
}

function Box({
  label,
  isChecked,
  onChange,
}: {
  label: string;
  isChecked: boolean;
  onChange: (isSelected: boolean) => void;
}) {
  return (
    <label className="flex size-11 items-center justify-center">
      <span className="sr-only">{label}</span>
      <input
        type="checkbox"
        checked={isChecked}
        onChange={(event) => onChange(event.target.checked)}
        className="size-5 accent-accent"
      />
    </label>
  );
}
