import "server-only";
import type { ReportFigures } from "@/lib/domain/report/figures";
import type { BesidePrinted } from "@/lib/domain/report/printed";
import type { ReportTable } from "@/lib/domain/report/report";
import type { Sheet } from "@/lib/domain/sheet/sheet";
import { longTextColumn, numberColumn, sheetOf } from "@/lib/reports/sheets/columns";
import { rowName, reportWords as t } from "@/lib/reports/words";

/** Returns the printed figures beside our counts, with the reason for each difference. */
export function printedSheet({ printed, tables }: ReportFigures): Sheet {
  return sheetOf<BesidePrinted>(t("printed.title"), printed, [
    longTextColumn(t("printed.figure"), (figure) => nameOf(figure, tables)),
    numberColumn(t("printed.printed"), (figure) => figure.value),
    numberColumn(t("printed.ours"), (figure) => figure.ours),
    longTextColumn(t("printed.why"), (figure) => figure.explanation),
  ]);
}

function nameOf({ table, row, unit }: BesidePrinted, tables: ReportTable[]): string {
  if (table === "total" || table === "cities") return t(`printed.${table}`);
  const counted = tables.find((each) => each.table === table);
  const found = counted?.rows.find((each) => each.key === row);
  const name = counted && found ? rowName(counted, found) : row;
  return unit === "percent" ? t("printed.sharePercent", { name }) : name;
}
