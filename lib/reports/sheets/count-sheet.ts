import "server-only";
import { stages } from "@/lib/domain/record/project";
import { countByStage, type ReportRow, type ReportTable } from "@/lib/domain/report/report";
import type { Sheet } from "@/lib/domain/sheet/sheet";
import { numberColumn, sheetOf, textColumn } from "@/lib/reports/sheets/columns";
import { choiceWords, rowName, reportWords as t } from "@/lib/reports/words";

/** Returns the number of projects in each row of a table, its percentage of all, and the numbers by stage. */
export function countSheet(table: ReportTable, total: number): Sheet {
  const name = t(`page.row.${table.table}`);
  return sheetOf<ReportRow>(name, table.rows, [
    textColumn(name, (row) => rowName(table, row)),
    numberColumn(t("page.projects"), (row) => row.projects.length),
    numberColumn(t("sheet.percent"), (row) => (100 * row.projects.length) / Math.max(1, total)),
    ...(table.table === "stage" ? [] : stages).map((stage) =>
      numberColumn<ReportRow>(
        choiceWords(`stage.${stage}`),
        (row) => countByStage(row.projects)[stage],
      ),
    ),
  ]);
}
