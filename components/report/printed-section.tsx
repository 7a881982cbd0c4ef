import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/public/shared/section";
import { PlainTable } from "@/components/ui/plain-table";
import type { Stage } from "@/lib/domain/record/project";
import type { BesidePrinted } from "@/lib/domain/report/printed";
import type { ReportTable } from "@/lib/domain/report/report";

/** Shows the printed figures beside our counts, with the reason for each difference. */
export function PrintedSection({
  printed,
  figures,
  tables,
}: {
  printed: { title: string; source: string };
  figures: BesidePrinted[];
  tables: ReportTable[];
}) {
  const t = useTranslations("reports.printed");
  const stage = useTranslations("choices.stage");
  const format = useFormatter();
  const nameOf = ({ table, row, unit }: BesidePrinted) => {
    if (table === "total" || table === "cities") return t(table);
    const rows = tables.find((each) => each.table === table)?.rows ?? [];
    const name =
      table === "stage"
        ? stage(row as Stage)
        : (rows.find((each) => each.key === row)?.name ?? row);
    return unit === "percent" ? t("share", { name }) : name;
  };
  const value = (figure: BesidePrinted, number: number) => {
    const text = format.number(number, { maximumFractionDigits: 2 });
    return figure.unit === "percent" ? t("percent", { value: text }) : text;
  };
  return (
    <Section title={t("title")} id="printed">
      <p className="max-w-text">
        {t("lead", { title: printed.title })} <a href={printed.source}>{t("source")}</a>
      </p>
      <p>
        {t("agree", {
          same: figures.filter((figure) => figure.isSame).length,
          all: figures.length,
        })}
      </p>
      <PlainTable
        label={t("title")}
        columns={[
          { header: t("figure") },
          { header: t("printed"), align: "end" },
          { header: t("ours"), align: "end" },
          { header: t("why") },
        ]}
        rows={figures.map((figure) => ({
          key: `${figure.table} ${figure.row} ${figure.unit}`,
          cells: [
            nameOf(figure),
            value(figure, figure.value),
            <span key="ours" className={figure.isSame ? "" : "font-bold"}>
              {value(figure, figure.ours)}
            </span>,
            <span key="why" className="block max-w-text text-small">
              {figure.isSame ? t("same") : figure.explanation}
            </span>,
          ],
        }))}
      />
    </Section>
  );
}
