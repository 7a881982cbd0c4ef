import type { GeoPermissibleObjects, GeoProjection } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlas from "world-atlas/countries-50m.json";
import { ringsOf } from "@/components/charts/rings";

// The network's member states: their ISO 3166-1 two-letter code, and the numeric code that the atlas uses.
const numbers: Record<string, string> = {
  BN: "096",
  ID: "360",
  KH: "116",
  LA: "418",
  MM: "104",
  MY: "458",
  PH: "608",
  SG: "702",
  TH: "764",
  TL: "626",
  VN: "704",
};

// TypeScript's type of the JSON is wider than its content.
const topology = atlas as unknown as Topology<{ countries: GeometryCollection }>;

/** Returns the borders of one member state, or of all. */
export function bordersOf(code: string | null) {
  const wanted = new Set(code === null ? Object.values(numbers) : [numbers[code]]);
  return feature(topology, {
    ...topology.objects.countries,
    geometries: topology.objects.countries.geometries.filter((country) =>
      wanted.has(String(country.id)),
    ),
  });
}

/**
 * Returns borders as one path in whole pixels, with relative steps of at least two pixels. It is a tenth of the size of
 * the atlas's precision and hardly coarser than a screen. The smallest islands are left out.
 */
export function outlineOf(borders: GeoPermissibleObjects, projection: GeoProjection): string {
  return ringsOf(borders, projection)
    .map(inWholePixels)
    .filter((ring) => ring.length > 2)
    .map((ring) => ring.map(step).join("").concat("z"))
    .join("");
}

function inWholePixels(ring: [number, number][]): [number, number][] {
  const kept: [number, number][] = [];
  for (const [x, y] of ring) {
    const point: [number, number] = [Math.round(x), Math.round(y)];
    const last = kept.at(-1);
    if (!last || Math.abs(point[0] - last[0]) + Math.abs(point[1] - last[1]) > 1) kept.push(point);
  }
  return kept;
}

function step([x, y]: [number, number], index: number, ring: [number, number][]) {
  const [fromX, fromY] = ring[index - 1] ?? [0, 0];
  return index === 0 ? `M${x} ${y}` : `l${x - fromX} ${y - fromY}`;
}
