import { useTranslations } from "next-intl";
import type { Look, Series } from "@/components/charts/look";
import { type Stage, stages } from "@/lib/domain/record/project";

/** How each stage is drawn in every chart and key. */
export const stageLooks: Record<Stage, Look> = {
  planning: "striped",
  ongoing: "solid",
  completed: "lined",
  not_stated: "hollow",
};

/** Returns the stages that these numbers know, in their order, as series of a chart. */
export function useStageSeries(counts: Record<Stage, number>[]): (Series & { key: Stage })[] {
  const name = useTranslations("choices.stage");
  return stages
    .filter((stage) => counts.some((each) => each[stage] > 0))
    .map((stage) => ({ key: stage, name: name(stage), look: stageLooks[stage] }));
}
