import { useTranslations } from "next-intl";
import { StageBadge } from "@/components/record/shared/stage-badge";
import { PartialDateText } from "@/components/ui/partial-date";
import { PlainTable } from "@/components/ui/plain-table";
import { countryNameIn } from "@/lib/domain/language/country-name";
import { cityNameIn } from "@/lib/domain/language/local-name";
import { stages } from "@/lib/domain/record/project";
import { anySupport, facet, missed, noValue, silent } from "@/lib/domain/site/facets";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

type City = {
  slug: string;
  name: string;
  localName: string | null;
  officialLanguages: string[];
  countryCode: string;
  countryName: string;
  joinedYear: number;
  total: number;
  counts: Record<string, number>;
  newest: string | null;
};

/** Shows cities side by side. Each number stands with its total, and a missing value is stated in words. */
export function CityComparison({
  context,
  cities,
  focusArea,
}: {
  context: PageContext;
  cities: City[];
  /** The slug of the only focus area that is compared; null for all. */
  focusArea: string | null;
}) {
  const t = useTranslations();
  const nameOf = (city: City) => cityNameIn(context.locale, city);
  const listOf = (city: City, query: Record<string, string> = {}) =>
    addressOf(context, "/projects", { city: city.slug, focusArea, ...query });
  const countCell = (city: City, count: number, query?: Record<string, string>) => {
    if (city.total === 0) return <span className="text-muted">–</span>;
    const words = t("compare.of", { count, total: city.total });
    return query && count > 0 ? <a href={listOf(city, query)}>{words}</a> : words;
  };
  const row = (key: string, label: React.ReactNode, cell: (city: City) => React.ReactNode) => ({
    key,
    cells: [label, ...cities.map((city) => <span key={city.slug}>{cell(city)}</span>)],
  });
  const without = (city: City, none: string) => city.total - has(city, none);
  return (
    <>
      <PlainTable
        label={t("compare.cities")}
        columns={[
          { header: t("compare.what") },
          ...cities.map((city) => ({
            header: <a href={addressOf(context, `/cities/${city.slug}`)}>{nameOf(city)}</a>,
          })),
        ]}
        rows={[
          row("country", t("public.projects.country"), (city) => (
            <a href={addressOf(context, `/countries/${city.countryCode}`)}>
              {countryNameIn(context.locale, city.countryCode, city.countryName)}
            </a>
          )),
          row("joined", t("public.projects.cohort"), (city) => city.joinedYear),
          row("total", t("lists.listed"), (city) =>
            city.total === 0 ? "0" : <a href={listOf(city)}>{city.total}</a>,
          ),
          ...stages.map((stage) =>
            row(stage, <StageBadge stage={stage} />, (city) =>
              countCell(city, has(city, facet("stage", stage)), { stage }),
            ),
          ),
          row("late", t("compare.lateOrPaused"), (city) =>
            countCell(city, has(city, facet("schedule", "late"), facet("schedule", "paused"))),
          ),
          row("passed", t("lists.missed"), (city) =>
            countCell(city, has(city, facet("schedule", missed)), { schedule: missed }),
          ),
          row("silent", t("lists.silent"), (city) =>
            countCell(city, has(city, facet("schedule", silent)), { schedule: silent }),
          ),
          row("end", t("compare.statesEnd"), (city) => countCell(city, without(city, noEnd))),
          row("outcome", t("compare.statesOutcome"), (city) =>
            countCell(city, without(city, noOutcome)),
          ),
          row("indicators", t("compare.hasIndicators"), (city) =>
            countCell(city, has(city, facet("indicators", "yes")), { indicators: "yes" }),
          ),
          row("evidence", t("compare.hasEvidence"), (city) =>
            countCell(city, has(city, facet("evidence", "yes")), { evidence: "yes" }),
          ),
          row("support", t("compare.asksSupport"), (city) =>
            countCell(city, has(city, facet("support", anySupport)), { support: anySupport }),
          ),
          row("newest", t("compare.newest"), (city) =>
            city.newest === null ? (
              "–"
            ) : (
              <PartialDateText date={city.newest} locale={context.locale} />
            ),
          ),
        ]}
      />
      <MissingFacts context={context} cities={cities} />
    </>
  );
}

/** Shows for each city the numbers of projects without an end, an outcome, indicators or evidence. */
function MissingFacts({ context, cities }: { context: PageContext; cities: City[] }) {
  const t = useTranslations();
  return (
    <section aria-label={t("compare.missing")} className="max-w-text pt-6">
      <h2 className="font-bold text-h3">{t("compare.missing")}</h2>
      <ul className="flex flex-col gap-2 pt-2">
        {cities.map((city) => (
          <li key={city.slug}>
            {city.total === 0
              ? t("compare.nothing", { city: cityNameIn(context.locale, city) })
              : t("compare.missingOfCity", {
                  city: cityNameIn(context.locale, city),
                  total: city.total,
                  ends: has(city, noEnd),
                  outcomes: has(city, noOutcome),
                  indicators: has(city, facet("indicators", "no")),
                  evidence: has(city, facet("evidence", "no")),
                })}
          </li>
        ))}
      </ul>
    </section>
  );
}

const noEnd = facet("endsIn", noValue);
const noOutcome = facet("outcome", noValue);

/** Returns the sum of a city's counts of these facets. */
function has(city: City, ...facets: string[]) {
  return facets.reduce((sum, each) => sum + (city.counts[each] ?? 0), 0);
}
