import "server-only";
import { editionName } from "@/lib/domain/report/list";
import type { SupportRow } from "@/lib/domain/report/needs";
import type { Sheet } from "@/lib/domain/sheet/sheet";
import { long, proof, sheetOf, text, type Use } from "@/lib/reports/sheets/columns";
import { choiceWords, reportWords as t, titleOf } from "@/lib/reports/words";

type Row = SupportRow["open"][number] & Pick<SupportRow, "kind">;

/** What the projects of a report ask of partners, the open ones of a kind before those that are met. */
export function supportSheet(support: SupportRow[], use: Use): Sheet {
  const rows = support.flatMap(({ kind, open, met }) =>
    [...open, ...met].map((wish) => ({ ...wish, kind })),
  );
  return sheetOf<Row>(
    t("support.title"),
    rows,
    [
      text(t("support.kind"), ({ kind }) => choiceWords(`supportKind.${kind}`)),
      text(t("page.row.city"), ({ project }) => project.city.name),
      long(t("city.project"), ({ project }) => titleOf(project)),
      long(t("support.title"), ({ need }) => need.text),
      text(t("sheet.state"), ({ need }) => t(need.isMet ? "support.met" : "support.open")),
      proof(t("sheet.edition"), ({ project }) => editionName(project)),
    ],
    use,
  );
}
