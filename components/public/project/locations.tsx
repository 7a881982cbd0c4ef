import { geoMercator } from "d3-geo";
import { useTranslations } from "next-intl";
import { bordersOf, outlineOf } from "@/components/public/city/asean-map";
import { Content } from "@/components/public/shared/content";
import type { ProjectFields } from "@/lib/domain/record/project";

const width = 240;
const height = 200;

/** Shows the places of a project by name and coordinates, and as points on the outline of its country. */
export function Locations({
  countryCode,
  locations,
}: {
  countryCode: string;
  locations: ProjectFields["locations"];
}) {
  const t = useTranslations("public.project");
  return (
    <div className="flex flex-wrap items-start gap-x-10 gap-y-4">
      <ul className="flex max-w-text list-disc flex-col gap-1 pl-5">
        {locations.map(({ id, label, ...point }) => (
          <li key={id}>
            {label && <Content>{label}</Content>}
            {isPlaced(point) && (
              <>
                {label && ": "}
                <a href={`geo:${point.latitude},${point.longitude}`} title={t("openMap")}>
                  {point.latitude.toFixed(4)}, {point.longitude.toFixed(4)}
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
      <Outline countryCode={countryCode} points={locations.filter(isPlaced)} />
    </div>
  );
}

type Placed = { latitude: number; longitude: number };

function isPlaced<P extends Record<keyof Placed, number | null>>(point: P): point is P & Placed {
  return point.latitude !== null && point.longitude !== null;
}

/** Shows the outline, drawn on the server and hidden from screen readers: the coordinates beside it say the same. */
function Outline({ countryCode, points }: { countryCode: string; points: Placed[] }) {
  if (points.length === 0) return null;
  const borders = bordersOf(countryCode);
  const projection = geoMercator().fitExtent(
    [
      [8, 8],
      [width - 8, height - 8],
    ],
    borders,
  );
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
      className="max-w-full"
    >
      <path d={outlineOf(borders, projection)} className="fill-line" />
      {points.map(({ latitude, longitude }) => {
        const [x = 0, y = 0] = projection([longitude, latitude]) ?? [];
        return (
          <circle
            key={`${latitude} ${longitude}`}
            cx={Math.round(x)}
            cy={Math.round(y)}
            r="5"
            className="fill-accent stroke-white"
            strokeWidth="1.5"
          />
        );
      })}
    </svg>
  );
}
