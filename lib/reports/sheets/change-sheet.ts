import "server-only";
import type { ChangedProject, ReportChange } from "@/lib/domain/report/changes";
import { editionName } from "@/lib/domain/report/list";
import type { Sheet } from "@/lib/domain/sheet/sheet";
import { long, number, proof, sheetOf, text, type Use } from "@/lib/reports/sheets/columns";
import { reportWords as t, titleOf } from "@/lib/reports/words";

type Row = ChangedProject & { kind: ReportChange };

/** What became of each project since the report before, a row for each kind of change. */
export function changeSheet(changes: ChangedProject[], use: Use): Sheet {
  const rows = changes.flatMap((change) => change.kinds.map((kind) => ({ ...change, kind })));
  return sheetOf<Row>(
    t("changes.first"),
    rows,
    [
      text(t("changes.what"), ({ kind }) => t(`changes.kind.${kind}`)),
      text(t("page.row.city"), ({ project }) => project.city.name),
      long(t("city.project"), ({ project }) => titleOf(project)),
      long(t("sheet.formerTitle"), formerTitle),
      proof(t("sheet.edition"), ({ project }) => editionName(project)),
      proof(t("sheet.editionBefore"), ({ before }) => before && editionName(before)),
      number(t("sheet.slipMonths"), ({ kind, slip }) =>
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
