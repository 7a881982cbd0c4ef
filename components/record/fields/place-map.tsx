import { useTranslations } from "next-intl";
import { useSurroundings } from "@/components/record/shared/surroundings";
import type { Item } from "@/lib/domain/values/item";
import { type Point, pointOf } from "@/lib/domain/values/place";

const width = 480;
const height = 300;
const kilometresPerDegree = 111.2;
/** The smallest extent of a map, in degrees. */
const minSpread = 0.3;

/**
 * Shows the typed points, numbered like their entries, and the city's own point. It needs no map tiles and no other
 * server.
 */
export function PlaceMap({ locations }: { locations: Item[] }) {
  const t = useTranslations("record.location");
  const { city, land } = useSurroundings();
  const points = locations.flatMap((item, index) => {
    const point = pointOf({ latitude: item["latitude"], longitude: item["longitude"] });
    return point ? [{ ...point, id: item.id, number: index + 1 }] : [];
  });
  if (points.length === 0) return null;
  const { place, pixelsPerKilometre } = frameOf([city, ...points]);
  const scale = roundLength(width / 3 / pixelsPerKilometre);
  const [cityX, cityY] = place(city);
  return (
    <figure className="flex flex-col gap-1">
      {/* The fields above have the same as numbers. */}
      <svg
        viewBox={`0 0 ${width} ${height}`}
        aria-hidden="true"
        className="w-full max-w-[30rem] rounded-box border border-line bg-accent-wash"
      >
        <path
          d={land.map((ring) => outline(ring, place)).join("")}
          className="fill-white stroke-line-strong"
        />
        <rect x={cityX - 5} y={cityY - 5} width="10" height="10" className="fill-ink" />
        <text x={cityX + 9} y={cityY + 5} className="fill-ink text-small">
          {city.name}
        </text>
        {points.map((point) => {
          const [x, y] = place(point);
          return (
            <g key={point.id}>
              <circle cx={x} cy={y} r="11" className="fill-accent stroke-white" strokeWidth="2" />
              <text
                x={x}
                y={y + 5}
                textAnchor="middle"
                className="fill-white font-semibold text-small"
              >
                {point.number}
              </text>
            </g>
          );
        })}
        <path
          d={`M12 ${height - 12}h${scale * pixelsPerKilometre}`}
          className="stroke-ink"
          strokeWidth="3"
        />
        <text x="12" y={height - 20} className="fill-ink text-small">
          {t("scale", { kilometres: scale })}
        </text>
      </svg>
      <figcaption className="text-muted text-small">{t("map", { city: city.name })}</figcaption>
    </figure>
  );
}

type Place = (point: Point) => [x: number, y: number];

/**
 * Returns a frame around all points in which a kilometre has the same length in both directions, close enough for a
 * city.
 */
function frameOf(points: Point[]): { place: Place; pixelsPerKilometre: number } {
  const latitudes = points.map((point) => point.latitude);
  const longitudes = points.map((point) => point.longitude);
  const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const extent = (values: number[]) =>
    Math.max(Math.max(...values) - Math.min(...values), minSpread);
  const [latitude, longitude] = [middle(latitudes), middle(longitudes)];
  const narrowing = Math.max(Math.cos((latitude * Math.PI) / 180), 0.01);
  const pixelsPerDegree =
    0.75 * Math.min(height / extent(latitudes), width / (extent(longitudes) * narrowing));
  return {
    place: (point) => [
      round(width / 2 + (point.longitude - longitude) * narrowing * pixelsPerDegree),
      round(height / 2 - (point.latitude - latitude) * pixelsPerDegree),
    ],
    pixelsPerKilometre: pixelsPerDegree / kilometresPerDegree,
  };
}

function outline(ring: [number, number][], place: Place) {
  const corners = ring.map(([longitude, latitude]) => place({ latitude, longitude }).join(" "));
  return `M${corners.join("L")}Z`;
}

/** Returns the largest of 1, 2, 5, 10, 20, … that is not above `max`. */
function roundLength(max: number) {
  const power = 10 ** Math.floor(Math.log10(max));
  const factor = [5, 2].find((each) => each * power <= max) ?? 1;
  return factor * power;
}

function round(pixels: number) {
  return Math.round(pixels * 10) / 10;
}
