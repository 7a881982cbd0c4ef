import { geoMercator, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlas from "world-atlas/countries-50m.json";
import { addressOf, type Reading } from "@/lib/domain/reading";

export type MapCity = { slug: string; name: string; latitude: number; longitude: number };

const width = 640;
const height = 470;
// The member states of the network by their ISO 3166-1 numbers, which is how the atlas names countries.
const members = new Set("096 104 116 360 418 458 608 626 702 704 764".split(" "));

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

// The JSON's own type is wider than what it holds.
const topology = atlas as unknown as Topology<{ countries: GeometryCollection }>;
const countries = feature(topology, {
  ...topology.objects.countries,
  geometries: topology.objects.countries.geometries.filter((country) =>
    members.has(String(country.id)),
  ),
});
const projection = geoMercator().fitSize([width, height], countries);
const land = outline();

/**
 * The countries as one path in whole pixels, written as steps of at least two from point to point: a tenth of what the
 * atlas's own precision would weigh, and hardly coarser than a screen. The smallest islands are left out.
 */
function outline(): string {
  const rings: [number, number][][] = [];
  const add = (x: number, y: number) => {
    const ring = rings.at(-1);
    const point: [number, number] = [Math.round(x), Math.round(y)];
    const last = ring?.at(-1);
    if (!last || Math.abs(point[0] - last[0]) + Math.abs(point[1] - last[1]) > 1) ring?.push(point);
  };
  geoPath(projection, {
    beginPath() {},
    moveTo(x, y) {
      rings.push([]);
      add(x, y);
    },
    lineTo: add,
    arc() {},
    closePath() {},
  })(countries);
  return rings
    .filter((ring) => ring.length > 2)
    .map((ring) => ring.map(step).join("").concat("z"))
    .join("");
}

function step([x, y]: [number, number], index: number, ring: [number, number][]) {
  const [fromX, fromY] = ring[index - 1] ?? [0, 0];
  return index === 0 ? `M${x} ${y}` : `l${x - fromX} ${y - fromY}`;
}
