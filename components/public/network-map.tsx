import { geoMercator } from "d3-geo";
import { bordersOf, outlineOf } from "@/components/public/asean-map";
import { addressOf, type Reading } from "@/lib/domain/reading";

export type MapCity = { slug: string; name: string; latitude: number; longitude: number };

const width = 640;
const height = 470;

/** The member cities on a map of their countries, drawn on the server. Hidden from screen readers and keyboards: the table beside it says the same. */
export function NetworkMap({ reading, cities }: { reading: Reading; cities: MapCity[] }) {
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className="w-full">
      <path d={land} className="fill-line stroke-white" strokeWidth="0.7" />
      {cities.map((city) => {
        const [x = 0, y = 0] = projection([city.longitude, city.latitude]) ?? [];
        return (
          <a key={city.slug} href={addressOf(reading, `/cities/${city.slug}`)} tabIndex={-1}>
            <title>{city.name}</title>
            <circle
              cx={Math.round(x)}
              cy={Math.round(y)}
              r="4.5"
              className="fill-accent stroke-white"
            />
          </a>
        );
      })}
    </svg>
  );
}

const countries = bordersOf(null);
const projection = geoMercator().fitSize([width, height], countries);
const land = outlineOf(countries, projection);
