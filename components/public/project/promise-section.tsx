import { useTranslations } from "next-intl";
import { PromiseTable } from "@/components/public/city/promise-table";
import { ProjectChart } from "@/components/public/project/chart";
import { Section } from "@/components/public/shared/section";
import { formatPartialDate } from "@/components/ui/partial-date";
import type { DatedSteps } from "@/lib/domain/progress/promises";
import type { PageContext } from "@/lib/domain/site/page-context";
import type { Day } from "@/lib/domain/values/day";

/** Shows what a project promised by date, as a chart and a table; nothing when it promised nothing. */
export function ProjectPromiseSection({
  reading,
  promises,
  history,
  startsOn,
  effectiveOn,
}: {
  reading: PageContext;
  promises: React.ComponentProps<typeof PromiseTable>["promises"];
  /** The project's editions, oldest first. */
  history: DatedSteps[];
  startsOn: string | null;
  /** The day from which the shown edition is valid. */
  effectiveOn: Day;
}) {
  const t = useTranslations("promises.happened");
  if (promises.length === 0) return null;
  return (
    <Section title={t("title")} id="milestones">
      <p className="max-w-text">
        {t("lead", { day: formatPartialDate(effectiveOn, reading.locale) })}
      </p>
      <ProjectChart reading={reading} history={history} promises={promises} startsOn={startsOn} />
      <PromiseTable reading={reading} promises={promises} isOfProject />
    </Section>
  );
}
