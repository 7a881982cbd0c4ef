import { useTranslations } from "next-intl";
import { Moment } from "@/components/ui/moment";
import { formatPartialDate } from "@/components/ui/partial-date";
import { waitingDays } from "@/lib/domain/review/submission";
import { toDay } from "@/lib/domain/values/day";

type City = {
  slug: string;
  name: string;
  country: string;
  timeZone: string;
  toClear: number;
  held: number;
  toDecide: number;
  scheduled: number;
  asked: number;
  oldestAt: Date | null;
  lastPublishedAt: Date | null;
  dueAt: Date | null;
  isLate: boolean;
};

/**
 * Shows the cities of a country, or of all countries, with what waits for whom. On a narrow screen each city is a list.
 */
export function BoardTable({ cities, now, locale }: { cities: City[]; now: Date; locale: string }) {
  const t = useTranslations("board");
  const hasCountries = new Set(cities.map((city) => city.country)).size > 1;
  const counts = ["toClear", "held", "toDecide", "scheduled", "asked"] as const;
  return (
    <table className="w-full border-collapse text-left">
      <caption className="sr-only">{t("title")}</caption>
      <thead className="hidden border-line-strong border-b text-small md:table-header-group">
        <tr>
          <th scope="col" className="py-2 pr-4 font-semibold">
            {t("column.city")}
          </th>
          {counts.map((count) => (
            <th key={count} scope="col" className="py-2 pr-4 text-right font-semibold">
              {t(`column.${count}`)}
            </th>
          ))}
          <th scope="col" className="py-2 pr-4 font-semibold">
            {t("column.oldest")}
          </th>
          <th scope="col" className="py-2 font-semibold">
            {t("column.published")}
          </th>
        </tr>
      </thead>
      <tbody>
        {cities.map((city) => (
          <tr key={city.slug} className="block border-line border-b py-2 align-top md:table-row">
            <th scope="row" className="block pr-4 text-left font-normal md:table-cell md:py-2">
              <a
                href={`/office/submissions?city=${city.slug}`}
                className="inline-block py-2.5 font-semibold"
              >
                {city.name}
              </a>
              {hasCountries && <p className="text-muted text-small">{city.country}</p>}
              {city.isLate && city.dueAt && (
                <p className="font-semibold text-small text-warning">
                  <span aria-hidden="true">▲ </span>
                  {t("late")} <Moment at={city.dueAt} timeZone={city.timeZone} locale={locale} />
                </p>
              )}
            </th>
            {counts.map((count) => (
              <td
                key={count}
                className={`block md:table-cell md:py-4 md:pr-4 md:text-right ${city[count] === 0 ? "max-md:hidden md:text-muted" : ""}`}
              >
                <span className="md:hidden">{t(`column.${count}`)}: </span>
                {city[count]}
              </td>
            ))}
            <td className="block md:table-cell md:py-4 md:pr-4">
              <span className="md:hidden">{t("column.oldest")}: </span>
              {city.oldestAt ? t("days", { days: waitingDays(city.oldestAt, now) }) : t("nothing")}
            </td>
            <td className="block md:table-cell md:py-4">
              <span className="md:hidden">{t("column.published")}: </span>
              {city.lastPublishedAt
                ? formatPartialDate(toDay(city.lastPublishedAt), locale)
                : t("never")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
