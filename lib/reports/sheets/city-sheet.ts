import "server-only";
import type { FrozenProject, ReportRow } from "@/lib/domain/report/report";
import type { Sheet } from "@/lib/domain/sheet/sheet";
import { dateColumn, longTextColumn, sheetOf, textColumn } from "@/lib/reports/sheets/columns";
import { choiceWords, reportWords as t, titleOf } from "@/lib/reports/words";

/** Returns the projects of one city. */
export function citySheet(
  { name, projects }: ReportRow,
  /** The names of focus areas by slug. */
  areaNames: Record<string, string>,
): Sheet {
  return sheetOf<FrozenProject>(name, projects, [
    longTextColumn(t("city.project"), titleOf),
    textColumn(t("city.stage"), ({ fields }) => choiceWords(`stage.${fields.stage}`)),
    textColumn(t("city.area"), ({ fields }) => {
      const area = fields.focusAreas[0]?.focusArea;
      return area ? (areaNames[area] ?? area) : null;
    }),
    dateColumn(t("city.ends"), ({ fields }) => fields.endsOn),
  ]);
}
