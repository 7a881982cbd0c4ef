import { useTranslations } from "next-intl";
import { ReportStateBadge } from "@/components/report/state-badge";
import { Moment } from "@/components/ui/moment";
import { PlainTable } from "@/components/ui/plain-table";
import {
  cityStateOf,
  countDone,
  countRecords,
  daysUntil,
  doneStates,
  type StateCounts,
} from "@/lib/domain/report/progress";

type City = {
  id: string;
  slug: string;
  name: string;
  timeZone: string;
  countryCode: string;
  countryName: string;
  counts: StateCounts;
  dueAt: Date;
  extension: { until: Date; reason: string } | null;
};

/** Shows how far each city is with a report, country by country: its state, what is missing, and by when it is due. */
export function ReportBoard({
  slug,
  cities,
  now,
  locale,
}: {
  slug: string;
  cities: City[];
  now: Date;
  locale: string;
}) {
  const t = useTranslations("reports.office");
  const countries = [...new Set(cities.map((city) => city.countryCode))];
  const doneOf = (some: City[]) => some.filter(isDone).length;
  if (cities.length === 0)
    return <p className="max-w-text rounded-box bg-wash px-4 py-6">{t("noCities")}</p>;
  return (
    <>
      {countries.length > 1 && (
        <p className="text-lead">{t("done", { done: doneOf(cities), all: cities.length })}</p>
      )}
      {countries.map((code) => {
        const own = cities.filter((city) => city.countryCode === code);
        const name = own[0]?.countryName ?? code;
        return (
          <section key={code} className="flex flex-col gap-2">
            <h2 className="font-bold text-h2">{name}</h2>
            <p className="text-muted">{t("done", { done: doneOf(own), all: own.length })}</p>
            <PlainTable
              label={name}
              isOneOfMany
              columns={[
                { header: t("column.city") },
                { header: t("column.state"), isFolded: true },
                { header: t("column.missing") },
                { header: t("column.due"), isFolded: true },
              ]}
              rows={own.map((city) => ({
                key: city.slug,
                cells: [
                  <span key="name" className="font-semibold">
                    {city.name}
                  </span>,
                  <ReportStateBadge key="state" state={cityStateOf(city.counts)} />,
                  <Missing key="missing" slug={slug} city={city} />,
                  <Due key="due" city={city} now={now} locale={locale} />,
                ],
              }))}
            />
          </section>
        );
      })}
    </>
  );
}

function Missing({ slug, city }: { slug: string; city: City }) {
  const t = useTranslations("reports.office");
  const all = countRecords(city.counts);
  const missing = all - countDone(city.counts);
  if (missing === 0) return t("nothingMissing");
  return (
    <a
      href={`/office/reports/${slug}?city=${city.slug}#missing`}
      aria-label={t("missingOf", { missing, all, city: city.name })}
      className="-my-2 inline-flex min-h-11 items-center"
    >
      {t("missing", { missing, all })}
    </a>
  );
}

function Due({ city, now, locale }: { city: City; now: Date; locale: string }) {
  const t = useTranslations("reports.office");
  const days = daysUntil(city.dueAt, now);
  return (
    <>
      <Moment at={city.dueAt} timeZone={city.timeZone} locale={locale} />
      {!isDone(city) && (
        <span
          className={`block text-small ${days < 0 ? "font-semibold text-warning" : "text-muted"}`}
        >
          {days < 0 ? t("late", { days: -days }) : t("left", { days })}
        </span>
      )}
      {city.extension && (
        <span className="block text-small">
          {t("extension", { reason: city.extension.reason })}
        </span>
      )}
    </>
  );
}

function isDone(city: City) {
  return doneStates.some((state) => state === cityStateOf(city.counts));
}
