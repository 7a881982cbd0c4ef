import { useTranslations } from "next-intl";
import { ReportStateBadge } from "@/components/report/state-badge";
import { PlainTable } from "@/components/ui/plain-table";
import { recordPath } from "@/lib/domain/record/path";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import type { ReportState } from "@/lib/domain/report/progress";

type Missing = {
  id: string;
  kind: RecordKind;
  title: string | null;
  period: string | null;
  state: ReportState;
};

/** Shows the records of a city that have not been published again since a report opened, with the state of each. */
export function MissingRecords({
  city,
  records,
  mayOpen,
}: {
  city: string;
  records: Missing[];
  /** True when the reader may open drafts of this city. */
  mayOpen: boolean;
}) {
  const t = useTranslations("reports.office");
  return (
    <section id="missing" className="flex flex-col gap-2 rounded-box bg-wash px-4 py-4">
      <h2 className="font-bold text-h2">{t("missingTitle", { city })}</h2>
      {records.length === 0 ? (
        <p>{t("nothingMissing")}</p>
      ) : (
        <PlainTable
          label={t("missingTitle", { city })}
          columns={[{ header: t("column.record") }, { header: t("column.state") }]}
          rows={records.map((record) => {
            const title =
              record.kind === "plan"
                ? t("plan", { period: record.period ?? "" })
                : (record.title ?? t("untitled"));
            return {
              key: record.id,
              cells: [
                mayOpen ? (
                  <a
                    key="title"
                    href={recordPath(record)}
                    className="-my-2 inline-flex min-h-11 items-center"
                  >
                    {title}
                  </a>
                ) : (
                  <span key="title">{title}</span>
                ),
                <ReportStateBadge key="state" state={record.state} />,
              ],
            };
          })}
        />
      )}
    </section>
  );
}
