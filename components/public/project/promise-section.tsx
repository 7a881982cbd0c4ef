import { useTranslations } from "next-intl";
import { PromiseTable } from "@/components/public/city/promise-table";
import { UndatedList } from "@/components/public/city/undated-list";
import { ProjectChart } from "@/components/public/project/chart";
import { Section } from "@/components/public/shared/section";
import { formatPartialDate } from "@/components/ui/partial-date";
import type { DatedSteps } from "@/lib/domain/progress/promises";
import type { PageContext } from "@/lib/domain/site/page-context";
import type { Day } from "@/lib/domain/values/day";

/** Shows what a project promised by date, as a chart and a table, and what it did without a date; nothing when there is neither. */
export function ProjectPromiseSection({
  context,
  promises,
  undated,
  history,
  startsOn,
  today,
}: {
  context: PageContext;
  promises: React.ComponentProps<typeof PromiseTable>["promises"];
  /** What was done without a date that was named before. */
  undated: React.ComponentProps<typeof UndatedList>["undated"];
  /** The project's editions, oldest first. */
  history: DatedSteps[];
  startsOn: string | null;
  /** The day on which the page is read. */
  today: Day;
}) {
  const t = useTranslations("promises.happened");
  if (promises.length + undated.length === 0) return null;
  return (
    <Section title={t("title")} id="milestones">
      <p className="max-w-text">{t("lead", { day: formatPartialDate(today, context.locale) })}</p>
      <ProjectChart context={context} history={history} promises={promises} startsOn={startsOn} />
      {promises.length > 0 && <PromiseTable context={context} promises={promises} isOfProject />}
      <UndatedList context={context} undated={undated} />
    </Section>
  );
}
