import { geoMercator } from "d3-geo";
import { useFormatter, useTranslations } from "next-intl";
import { bordersOf, outlineOf } from "@/components/public/city/asean-map";
import { placeMarks } from "@/components/public/city/map-marks";
import {
  CityMark,
  type CityState,
  cityStates,
  mapStateOf,
  StateSwatch,
} from "@/components/public/city/mark";
import type { Aggregate } from "@/lib/domain/progress/aggregate";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

type City = {
  slug: string;
  name: string;
  countryCode: string;
  latitude: number;
  longitude: number;
  aggregate: Aggregate;
};

const width = 720;
const height = 520;

/**
 * Shows the member cities on a map of their countries, drawn on the server. Each mark has the city's number in the list
 * beside it, and its shape shows the state of its projects. The drawing is hidden from screen readers and keyboards:
 * the sentence above it and the list say the same.
 */
export function NetworkMap({ context, cities }: { context: PageContext; cities: City[] }) {
  const t = useTranslations("network.map");
  const format = useFormatter();
  const states = cities.map((city) => mapStateOf(city.aggregate));
  const places = cities.map((city) => {
    const [x = 0, y = 0] = projection([city.longitude, city.latitude]) ?? [];
    return { x, y };
  });
  const marks = placeMarks(places, { width, height });
  const inState = (state: CityState) => states.filter((each) => each === state).length;
  return (
    <figure className="flex flex-col gap-3">
      <figcaption>
        <p className="font-semibold">{t("title")}</p>
        <p className="max-w-text text-muted text-small">
          {t("summary", {
            members: cities.length,
            countries: new Set(cities.map((city) => city.countryCode)).size,
            completed: inState("completed"),
            listed: inState("listed"),
            none: inState("none"),
          })}
        </p>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className="w-full">
        <path
          d={land}
          transform={`scale(${coarseness})`}
          className="fill-line stroke-white"
          strokeWidth="0.5"
        />
        <path
          d={marks
            .filter((mark) => mark.isMoved)
            .map(({ x, y, placeX, placeY }) => `M${placeX} ${placeY}L${x} ${y}`)
            .join("")}
          className="stroke-ink"
        />
        {cities.map(({ slug, name }, index) => {
          const mark = marks[index];
          const state = states[index];
          return (
            mark &&
            state && (
              <a
                key={slug}
                href={addressOf(context, `/cities/${slug}`)}
                tabIndex={-1}
                className="no-underline"
              >
                <title>{name}</title>
                {mark.isMoved && (
                  <circle cx={mark.placeX} cy={mark.placeY} r="3" className="fill-ink" />
                )}
                <CityMark x={mark.x} y={mark.y} state={state} text={format.number(index + 1)} />
              </a>
            )
          );
        })}
      </svg>
      <div aria-hidden="true" className="text-small">
        <p>
          {cityStates.map((state) => (
            <span key={state} className="mr-4 inline-block">
              <StateSwatch state={state} />
              {t(state)}
            </span>
          ))}
        </p>
        <p className="max-w-text text-muted">{t("key")}</p>
      </div>
    </figure>
  );
}

const countries = bordersOf(null);
const projection = geoMercator().fitSize([width, height], countries);

/** The land is drawn smaller and enlarged, so that its whole units are coarser and it takes a third less space. */
const coarseness = 1.6;
const land = outlineOf(
  countries,
  geoMercator().fitSize([width / coarseness, height / coarseness], countries),
);
