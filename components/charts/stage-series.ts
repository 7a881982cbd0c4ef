import { useTranslations } from "next-intl";
import type { Look, Series } from "@/components/charts/look";
import { type Stage, stages } from "@/lib/domain/record/project";

/** The look of each stage in every chart and key. */
export const stageLooks: Record<Stage, Look> = {
  planning: "striped",
  ongoing: "solid",
  completed: "lined",
  not_stated: "hollow",
};

/** Returns the stages with a number among these, in order, as series of a chart. */
export function useStageSeries(counts: Record<Stage, number>[]): (Series & { key: Stage })[] {
  const name = useTranslations("choices.stage");
  return stages
    .filter((stage) => counts.some((each) => each[stage] > 0))
    .map((stage) => ({ key: stage, name: name(stage), look: stageLooks[stage] }));
}
