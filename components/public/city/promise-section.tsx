import { useTranslations } from "next-intl";
import { PromiseChart } from "@/components/public/city/promise-chart";
import { PromiseTable } from "@/components/public/city/promise-table";
import { Section } from "@/components/public/shared/section";
import { formatPartialDate } from "@/components/ui/partial-date";
import type { PageContext } from "@/lib/domain/site/page-context";
import type { Day } from "@/lib/domain/values/day";

const maxShown = 40;

/** Shows what a city and its projects promised by date and what became of it; nothing when they promised nothing. */
export function CityPromiseSection({
  context,
  promises,
  today,
}: {
  context: PageContext;
  promises: React.ComponentProps<typeof PromiseTable>["promises"];
  /** The day on which the page is read. */
  today: Day;
}) {
  const t = useTranslations("promises.happened");
  if (promises.length === 0) return null;
  return (
    <Section title={t("title")} id="promises">
      <p className="max-w-text">{t("lead", { day: formatPartialDate(today, context.locale) })}</p>
      <PromiseChart promises={promises} />
      <PromiseTable context={context} promises={promises.slice(0, maxShown)} />
      {promises.length > maxShown && <p>{t("more", { count: promises.length - maxShown })}</p>}
    </Section>
  );
}
