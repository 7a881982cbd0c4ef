import "server-only";
import { countedFacts, editionName } from "@/lib/domain/report/list";
import type { FrozenContent } from "@/lib/domain/report/report";
import type { Sheet } from "@/lib/domain/sheet/sheet";
import { date, long, sheetOf, text } from "@/lib/reports/sheets/columns";
import { choiceWords, reportWords as t } from "@/lib/reports/words";

/** The editions of a freeze with what is counted of them: what all its figures and its hash are made of. */
export function editionSheet({ projects, plans }: FrozenContent): Sheet {
  const rows = [...projects, ...plans].map((edition) => ({
    edition,
    facts: countedFacts(edition),
  }));
  return sheetOf<(typeof rows)[number]>(t("sheet.editions"), rows, [
    text(t("sheet.edition"), ({ edition }) => editionName(edition)),
    text(t("page.row.country"), ({ edition }) => edition.city.countryName),
    text(t("page.row.city"), ({ edition }) => edition.city.name),
    long(t("city.project"), ({ edition, facts }) =>
      edition.isWithheld ? t("page.withheld") : facts.title,
    ),
    text(t("page.row.stage"), ({ facts }) => facts.stage && choiceWords(`stage.${facts.stage}`)),
    text(t("page.row.focusArea"), ({ facts }) => facts.focusArea),
    text(t("sheet.listed"), ({ facts }) =>
      facts.isListed === null ? null : choiceWords(`yesNo.${facts.isListed}`),
    ),
    date(t("sheet.effectiveOn"), ({ facts }) => facts.effectiveOn),
    text(t("sheet.record"), ({ facts }) => facts.record),
    long(t("cite.hash"), ({ facts }) => facts.hash),
  ]);
}
