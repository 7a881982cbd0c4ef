import { geoIdentity } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlas from "world-atlas/countries-50m.json";
import { ringsOf } from "@/components/charts/rings";
import type { Land } from "@/components/record/shared/surroundings";
import type { Point } from "@/lib/domain/values/place";

/** The distance that the map of a city shows around it, in degrees. */
const reach = 2;

// TypeScript's type of the JSON is wider than its content.
const topology = atlas as unknown as Topology<{ countries: GeometryCollection }>;
const countries = feature(topology, topology.objects.countries);

/**
 * Returns the land around a city, cut to a square and rounded to hundredths of a degree, which is the atlas's
 * precision. It runs on the server, because the atlas is large.
 */
export function landAround(city: Point): Land {
  const around = geoIdentity().clipExtent([
    [city.longitude - reach, city.latitude - reach],
    [city.longitude + reach, city.latitude + reach],
  ]);
  return ringsOf(countries, around)
    .filter((ring) => ring.length > 2)
    .map((ring) => ring.map(([x, y]) => [hundredths(x), hundredths(y)]));
}

function hundredths(degrees: number) {
  return Math.round(degrees * 100) / 100;
}
