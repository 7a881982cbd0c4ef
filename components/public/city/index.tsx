import { useFormatter, useTranslations } from "next-intl";
import { mapStateOf, StateSwatch } from "@/components/public/city/mark";
import { countryNameIn } from "@/lib/domain/language/country-name";
import { cityNameIn } from "@/lib/domain/language/local-name";
import type { Aggregate } from "@/lib/domain/progress/aggregate";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

type City = {
  slug: string;
  name: string;
  localName: string | null;
  officialLanguages: string[];
  countryCode: string;
  countryName: string;
  aggregate: Aggregate;
};

/** Shows the cities of a map by country, with the numbers of their marks and of their projects. */
export function CityIndex({ context, cities }: { context: PageContext; cities: City[] }) {
  const t = useTranslations("network.map");
  const numbered = cities.map((city, index) => ({ ...city, number: index + 1 }));
  const codes = [...new Set(cities.map((city) => city.countryCode))];
  return (
    <section aria-label={t("list")} className="columns-[13rem] gap-x-5 text-small lg:columns-2">
      {codes.map((code) => {
        const own = numbered.filter((city) => city.countryCode === code);
        return (
          <div key={code} className="break-inside-avoid pb-3">
            <h3 className="font-semibold">
              <a href={addressOf(context, `/countries/${code}`)}>
                {countryNameIn(context.locale, code, own[0]?.countryName ?? code)}
              </a>
            </h3>
            <ol start={own[0]?.number}>
              {own.map((city) => (
                <li key={city.slug} className="flex items-baseline gap-x-1 py-0.5">
                  <CityLine context={context} city={city} />
                </li>
              ))}
            </ol>
          </div>
        );
      })}
    </section>
  );
}

function CityLine({ context, city }: { context: PageContext; city: City & { number: number } }) {
  const t = useTranslations("public.term");
  const format = useFormatter();
  const { total } = city.aggregate;
  const state = mapStateOf(city.aggregate);
  return (
    <>
      <span aria-hidden="true" className="mr-1 w-6 shrink-0 text-right tabular-nums">
        {format.number(city.number)}
      </span>
      <span className="shrink-0">
        <StateSwatch state={state} />
      </span>
      <a href={addressOf(context, `/cities/${city.slug}`)} className="mr-auto min-w-0">
        {cityNameIn(context.locale, city)}
      </a>
      <a
        href={addressOf(context, "/projects", { city: city.slug })}
        aria-label={t("count", { count: total })}
        className="min-w-6 shrink-0 text-right tabular-nums"
      >
        {format.number(total)}
      </a>
    </>
  );
}
