import { useTranslations } from "next-intl";
import { formatPartialDate } from "@/components/ui/partial-date";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";
import type { Day } from "@/lib/domain/values/day";

/**
 * Shows that a page is read as of a past day, with a link to the current page; or that nothing had been published by
 * then.
 */
export function AsOfBanner({
  context,
  asOf,
  path,
  query,
  firstDay,
}: {
  context: PageContext;
  asOf: Day;
  path: string;
  query: Record<string, string>;
  firstDay: Day | null;
}) {
  const t = useTranslations("public.asOf");
  const { locale } = context;
  const date = formatPartialDate(asOf, locale);
  return (
    <section
      id="as-of-banner"
      aria-label={t("banner", { date })}
      className="border-warning border-b-2 bg-warning-wash"
    >
      <div className="mx-auto max-w-page px-4 py-3">
        <p className="font-bold">{t("banner", { date })}</p>
        {firstDay && asOf < firstDay ? (
          <p>
            {t.rich("beforeFirst", {
              date,
              first: formatPartialDate(firstDay, locale),
              link: (words) => (
                <a href={addressOf({ locale, asOf: firstDay }, path, query)}>{words}</a>
              ),
            })}
          </p>
        ) : (
          <p>
            {t.rich("bannerText", {
              link: (words) => <a href={addressOf({ locale, asOf: null }, path, query)}>{words}</a>,
            })}
          </p>
        )}
      </div>
    </section>
  );
}
