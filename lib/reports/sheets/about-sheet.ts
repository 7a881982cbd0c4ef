import "server-only";
import { editionOrigins } from "@/lib/domain/record/origin";
import { countByOrigin } from "@/lib/domain/report/report";
import type { Sheet } from "@/lib/domain/sheet/sheet";
import type { CountedReport } from "@/lib/queries/public/report-figures";
import { longTextColumn, sheetOf, textColumn } from "@/lib/reports/sheets/columns";
import { choiceWords, reportWords as t } from "@/lib/reports/words";

/** Returns the sheet that describes a workbook: the report, its freeze, and the correction. */
export function aboutSheet({ report, freeze, figures }: CountedReport): Sheet {
  const origins = countByOrigin(figures.listed);
  const lines: [name: string, value: string][] = [
    [t("list.report"), report.name],
    [t("cite.asOf"), report.asOf],
    [t("cite.freeze"), String(freeze.number)],
    [t("cite.frozen"), freeze.frozenAt.toISOString()],
    [t("cite.hash"), freeze.hash],
    [t("cite.corrections"), freeze.correction || t("cite.noCorrections")],
    ...editionOrigins.map((origin): [string, string] => [
      choiceWords(`origin.${origin}`),
      String(origins[origin]),
    ]),
    ["", t("page.ours")],
  ];
  return sheetOf<[string, string]>(t("sheet.about"), lines, [
    textColumn("", ([name]) => name),
    longTextColumn("", ([, value]) => value),
  ]);
}
