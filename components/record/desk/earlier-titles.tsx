import { useLocale, useTranslations } from "next-intl";
import { PartialDateText } from "@/components/ui/partial-date";
import type { Day } from "@/lib/domain/values/day";

/** Shows the former published titles of a project. */
export function EarlierTitles({ titles }: { titles: { title: string; until: Day }[] }) {
  const t = useTranslations("office.record");
  const locale = useLocale();
  if (titles.length === 0) return null;
  return (
    <div className="text-muted text-small">
      <p>{t("earlierTitles")}:</p>
      <ul>
        {titles.map(({ title, until }) => (
          <li key={title}>
            {title} (
            {t.rich("until", { day: () => <PartialDateText date={until} locale={locale} /> })})
          </li>
        ))}
      </ul>
    </div>
  );
}
