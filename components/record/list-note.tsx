import { useTranslations } from "next-intl";
import { BudgetSums } from "@/components/record/budget-sums";
import { PlaceMap } from "@/components/record/place-map";
import type { BudgetLine } from "@/lib/domain/budget";
import type { Item } from "@/lib/domain/item";

import type { PlanFields } from "@/lib/domain/plan";
import { missingToMeasure } from "@/lib/domain/target";

/** What follows from all entries of a list together, told below it while they are typed. */
export function ListNote({ list, items }: { list: string; items: Item[] }) {
  // The entries of each list are those of its schema, perhaps not well-formed yet.
  switch (list) {
    case "budget":
      return <BudgetSums lines={items as BudgetLine[]} />;
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
