import { useTranslations } from "next-intl";
import { Section } from "@/components/public/shared/section";
import { formatPartialDate } from "@/components/ui/partial-date";
import { PlainTable } from "@/components/ui/plain-table";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";
import type { Day } from "@/lib/domain/values/day";

const shownDays = 12;

/**
 * Shows the days from which editions of a city are valid and their number; each day links to the city's page as of that
 * day and to the changes since.
 */
export function EditionDays({
  context,
  path,
  days,
}: {
  context: PageContext;
  /** The path of the city: "/cities/phuket". */
  path: string;
  /** Newest first. */
  days: { day: Day; editions: number }[];
}) {
  const t = useTranslations("promises");
  if (days.length === 0) return null;
  return (
    <Section title={t("city.timeline")} id="timeline">
      <p className="max-w-text">{t("city.timelineLead")}</p>
      <PlainTable
        label={t("city.timeline")}
        columns={[
          { header: t("city.day") },
          { header: t("city.number"), align: "end" },
          { header: t("city.since") },
        ]}
        rows={days.slice(0, shownDays).map(({ day, editions }, index) => ({
          key: day,
          cells: [
            <a key="day" href={addressOf({ ...context, asOf: day }, path)}>
              {formatPartialDate(day, context.locale)}
            </a>,
            editions,
            index > 0 && (
              <a key="since" href={addressOf(context, `${path}/changes`, { since: day })}>
                {t("city.sinceThen")}
              </a>
            ),
          ],
        }))}
      />
      <p className="print:hidden">
        <a href={addressOf(context, `${path}/changes`)}>{t("since.link")}</a>
      </p>
    </Section>
  );
}
