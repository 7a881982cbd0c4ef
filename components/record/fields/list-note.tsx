import { useTranslations } from "next-intl";
import { BudgetSums } from "@/components/record/fields/budget-sums";
import { PartnerNames } from "@/components/record/fields/partner-names";
import { PlaceMap } from "@/components/record/fields/place-map";
import type { BudgetLine } from "@/lib/domain/progress/budget";
import type { PlanFields } from "@/lib/domain/record/plan";
import { missingToMeasure } from "@/lib/domain/record/target";
import type { Item } from "@/lib/domain/values/item";

/** Shows a note computed from all entries of a list below it, while they are typed. */
export function ListNote({ list, items }: { list: string; items: Item[] }) {
  // The entries of each list have the type of its schema, although they may not be valid yet.
  switch (list) {
    case "budget":
      return <BudgetSums lines={items as BudgetLine[]} />;
    case "partners":
      return items.length > 0 && <PartnerNames />;
    case "locations":
      return <PlaceMap locations={items} />;
    case "strategicTargets":
      return <MeasurableCount targets={items as PlanFields["strategicTargets"]} />;
    default:
      return null;
  }
}

function MeasurableCount({ targets }: { targets: PlanFields["strategicTargets"] }) {
  const t = useTranslations("record.target");
  if (targets.length === 0) return null;
  const measurable = targets.filter((target) => missingToMeasure(target).length === 0).length;
  return <p className="font-semibold">{t("count", { measurable, all: targets.length })}</p>;
}
