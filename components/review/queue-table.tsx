import { useTranslations } from "next-intl";
import { Moment } from "@/components/ui/moment";
import { type SubmissionState, waitingDays } from "@/lib/domain/submission";

type Row = {
  id: string;
  title: string;
  period: string | null;
  city: string;
  country: string;
  timeZone: string;
  submittedBy: string;
  submittedAt: Date;
  changedFields: number;
  isFirst: boolean;
  state: SubmissionState;
};

/** Submissions of one part of the queue. On a narrow screen what stands in columns elsewhere stands below the title. */
export function QueueTable({
  part,
  submissions,
  now,
  locale,
}: {
  part: "decision" | "clearance" | "decided";
  submissions: Row[];
  now: Date;
  locale: string;
}) {
  const t = useTranslations("review.queue");
  const states = useTranslations("choices.submissionState");
  if (submissions.length === 0) {
    return <p className="max-w-text rounded-box bg-wash px-4 py-6">{t(`empty.${part}`)}</p>;
  }
  return (
    <table className="w-full border-collapse text-left">
      <caption className="sr-only">{t(`part.${part}`)}</caption>
      <thead className="border-line-strong border-b text-small">
        <tr>
          <th scope="col" className="py-2 pr-4 font-semibold">
            {t("column.submission")}
          </th>
          <th scope="col" className="hidden py-2 pr-4 font-semibold md:table-cell">
            {t("column.submittedBy")}
          </th>
          <th scope="col" className="hidden py-2 pr-4 text-right font-semibold md:table-cell">
            {t("column.changed")}
          </th>
          <th scope="col" className="py-2 text-right font-semibold">
            {t(part === "decided" ? "column.outcome" : "column.waits")}
          </th>
        </tr>
      </thead>
      <tbody>
        {submissions.map((row) => (
          <tr key={row.id} className="border-line border-b align-top">
            <th scope="row" className="pt-1 pr-4 pb-3 font-normal">
              <a
                href={`/office/submissions/${row.id}`}
                className="inline-block py-2.5 font-semibold"
              >
                {row.title || t("planProfile", { period: row.period ?? "" })}
              </a>
              <p>
                {row.city}, {row.country} · {t(row.isFirst ? "first" : "update")}
              </p>
              <p className="text-muted text-small md:hidden">
                {t("narrow", { name: row.submittedBy, count: row.changedFields })}
              </p>
            </th>
            <td className="hidden py-3.5 pr-4 md:table-cell">
              <p>{row.submittedBy}</p>
              <p className="text-muted text-small">
                <Moment at={row.submittedAt} timeZone={row.timeZone} locale={locale} />
              </p>
            </td>
            <td className="hidden py-3.5 pr-4 text-right md:table-cell">{row.changedFields}</td>
            <td className="py-3.5 text-right sm:whitespace-nowrap">
              {part === "decided"
                ? states(row.state)
                : t("days", { days: waitingDays(row.submittedAt, now) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
