import { useLocale, useTranslations } from "next-intl";
import { PartialDateText } from "@/components/ui/partial-date";
import type { Day } from "@/lib/domain/values/day";

/** Shows since when a part of a record has not changed. */
export function Since({ day }: { day: Day }) {
  const t = useTranslations("progress");
  const locale = useLocale();
  return (
    <p className="text-muted text-small">
      {t.rich("since", { day: () => <PartialDateText date={day} locale={locale} /> })}
    </p>
  );
}
