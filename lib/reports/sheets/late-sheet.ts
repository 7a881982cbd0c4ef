import "server-only";
import type { LateDate } from "@/lib/domain/report/late";
import { editionName } from "@/lib/domain/report/list";
import type { Sheet } from "@/lib/domain/sheet/sheet";
import {
  longTextColumn,
  proofColumn,
  sheetOf,
  textColumn,
  type Use,
} from "@/lib/reports/sheets/columns";
import { reportWords as t, titleOf } from "@/lib/reports/words";

/** Returns the dates of a report that passed without the work being done, the earliest first. */
export function lateSheet(late: LateDate[], use: Use): Sheet {
  return sheetOf<LateDate>(
    t("late.title"),
    late,
    [
      textColumn(t("page.row.city"), ({ project }) => project.city.name),
      longTextColumn(t("city.project"), ({ project }) => titleOf(project)),
      longTextColumn(t("sheet.what"), ({ project, title }) =>
        project.isWithheld ? null : (title ?? t("sheet.end")),
      ),
      textColumn(t("sheet.due"), ({ due }) => due),
      textColumn(t("sheet.state"), ({ state }) => t(`late.${state}`)),
      proofColumn(t("sheet.edition"), ({ project }) => editionName(project)),
    ],
    use,
  );
}
