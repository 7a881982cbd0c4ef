import { useTranslations } from "next-intl";
import type { Look, Series } from "@/components/charts/look";
import { type Standing, standings } from "@/lib/domain/progress/progress";

const looks: Record<Standing, Look> = {
  reached: "lined",
  on_course: "solid",
  behind: "striped",
  not_said: "hollow",
};

/** Returns the standings of indicators as series of a chart; the darkest one is the reached target. */
export function useStandingSeries(): (Series & { key: Standing })[] {
  const name = useTranslations("network.standing");
  return standings.map((standing) => ({
    key: standing,
    name: name(standing),
    look: looks[standing],
  }));
}
