import "server-only";
import { countedFacts, editionName } from "@/lib/domain/report/list";
import type { FrozenContent } from "@/lib/domain/report/report";
import type { Sheet } from "@/lib/domain/sheet/sheet";
import { dateColumn, longTextColumn, sheetOf, textColumn } from "@/lib/reports/sheets/columns";
import { choiceWords, reportWords as t } from "@/lib/reports/words";

/** Returns the editions of a freeze with their counted facts, from which all its figures and its hash are computed. */
export function editionSheet({ projects, plans }: FrozenContent): Sheet {
  const rows = [...projects, ...plans].map((edition) => ({
    edition,
    facts: countedFacts(edition),
  }));
  return sheetOf<(typeof rows)[number]>(t("sheet.editions"), rows, [
    textColumn(t("sheet.edition"), ({ edition }) => editionName(edition)),
    textColumn(t("page.row.country"), ({ edition }) => edition.city.countryName),
    textColumn(t("page.row.city"), ({ edition }) => edition.city.name),
    longTextColumn(t("city.project"), ({ edition, facts }) =>
      edition.isWithheld ? t("page.withheld") : facts.title,
    ),
    textColumn(
      t("page.row.stage"),
      ({ facts }) => facts.stage && choiceWords(`stage.${facts.stage}`),
    ),
    textColumn(t("page.row.focusArea"), ({ facts }) => facts.focusArea),
    textColumn(t("sheet.listed"), ({ facts }) =>
      facts.isListed === null ? null : choiceWords(`yesNo.${facts.isListed}`),
    ),
    dateColumn(t("sheet.effectiveOn"), ({ facts }) => facts.effectiveOn),
    textColumn(t("sheet.origin"), ({ facts }) => choiceWords(`origin.${facts.origin}`)),
    textColumn(t("sheet.record"), ({ facts }) => facts.record),
    longTextColumn(t("cite.hash"), ({ facts }) => facts.hash),
  ]);
}
