import "server-only";
import type { ChangedProject, ReportChange } from "@/lib/domain/report/changes";
import { editionName } from "@/lib/domain/report/list";
import type { Sheet } from "@/lib/domain/sheet/sheet";
import {
  longTextColumn,
  numberColumn,
  proofColumn,
  sheetOf,
  textColumn,
  type Use,
} from "@/lib/reports/sheets/columns";
import { reportWords as t, titleOf } from "@/lib/reports/words";

type Row = ChangedProject & { kind: ReportChange };

/** Returns the changes of projects since the report before, one row for each kind of change. */
export function changeSheet(changes: ChangedProject[], use: Use): Sheet {
  const rows = changes.flatMap((change) => change.kinds.map((kind) => ({ ...change, kind })));
  return sheetOf<Row>(
    t("changes.first"),
    rows,
    [
      textColumn(t("changes.what"), ({ kind }) => t(`changes.kind.${kind}`)),
      textColumn(t("page.row.city"), ({ project }) => project.city.name),
      longTextColumn(t("city.project"), ({ project }) => titleOf(project)),
      longTextColumn(t("sheet.formerTitle"), formerTitle),
      proofColumn(t("sheet.edition"), ({ project }) => editionName(project)),
      proofColumn(t("sheet.editionBefore"), ({ before }) => before && editionName(before)),
      numberColumn(t("sheet.slipMonths"), ({ kind, slip }) =>
        kind === "slipped" && slip ? slip.months : null,
      ),
    ],
    use,
  );
}

function formerTitle({ project, before }: Row) {
  const isRenamed = before && !before.isWithheld && before.fields.title !== project.fields.title;
  return isRenamed ? before.fields.title : null;
}
