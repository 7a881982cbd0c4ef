import "server-only";
import { editionName, type Figure, listFigures } from "@/lib/domain/report/list";
import type { Sheet } from "@/lib/domain/sheet/sheet";
import type { CountedReport } from "@/lib/queries/public/report-figures";
import { longTextColumn, numberColumn, sheetOf, textColumn } from "@/lib/reports/sheets/columns";
import { reportWords as t } from "@/lib/reports/words";

/** Returns every figure of a report in one list, each with the editions that it counts. */
export function figureSheet({ figures }: CountedReport): Sheet {
  return sheetOf<Figure>(t("sheet.figures"), listFigures(figures), [
    textColumn(t("sheet.table"), (figure) => figure.table),
    textColumn(t("sheet.row"), (figure) => figure.row),
    textColumn(t("sheet.column"), (figure) => figure.column),
    numberColumn(t("sheet.value"), (figure) => figure.value),
    longTextColumn(t("sheet.editions"), (figure) => figure.projects.map(editionName).join(" ")),
  ]);
}
