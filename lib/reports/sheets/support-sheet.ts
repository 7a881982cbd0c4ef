import "server-only";
import { editionName } from "@/lib/domain/report/list";
import type { SupportRow } from "@/lib/domain/report/needs";
import type { Sheet } from "@/lib/domain/sheet/sheet";
import {
  longTextColumn,
  proofColumn,
  sheetOf,
  textColumn,
  type Use,
} from "@/lib/reports/sheets/columns";
import { choiceWords, reportWords as t, titleOf } from "@/lib/reports/words";

type Row = SupportRow["open"][number] & Pick<SupportRow, "kind">;

/** Returns the support needed by the projects of a report; within a kind, open needs come before met ones. */
export function supportSheet(support: SupportRow[], use: Use): Sheet {
  const rows = support.flatMap(({ kind, open, met }) =>
    [...open, ...met].map((request) => ({ ...request, kind })),
  );
  return sheetOf<Row>(
    t("support.title"),
    rows,
    [
      textColumn(t("support.kind"), ({ kind }) => choiceWords(`supportKind.${kind}`)),
      textColumn(t("page.row.city"), ({ project }) => project.city.name),
      longTextColumn(t("city.project"), ({ project }) => titleOf(project)),
      longTextColumn(t("support.title"), ({ need }) => need.text),
      textColumn(t("sheet.state"), ({ need }) => t(need.isMet ? "support.met" : "support.open")),
      proofColumn(t("sheet.edition"), ({ project }) => editionName(project)),
    ],
    use,
  );
}
