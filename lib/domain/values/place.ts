/** A point in WGS 84. */
export type Point = { latitude: number; longitude: number };

const earthRadiusKm = 6371;

/** Returns the way between two points along the great circle, in kilometres (haversine formula, a round earth). */
export function kmBetween(from: Point, to: Point): number {
  const [fromLatitude, toLatitude] = [toRadians(from.latitude), toRadians(to.latitude)];
  const half = (angle: number) => Math.sin(angle / 2) ** 2;
  const haversine =
    half(toLatitude - fromLatitude) +
    Math.cos(fromLatitude) * Math.cos(toLatitude) * half(toRadians(to.longitude - from.longitude));
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(haversine)));
}

function toRadians(degrees: number) {
  return (degrees * Math.PI) / 180;
}

/** Farther from its city than this a point is more often a slip than a place. */
export const farKm = 200;

/** Returns a location's point; null while a coordinate is missing, is no number yet or lies outside the earth. */
export function pointOf(location: { latitude: unknown; longitude: unknown }): Point | null {
  const { latitude, longitude } = location;
  if (typeof latitude !== "number" || typeof longitude !== "number") return null;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null;
  return { latitude, longitude };
}

const both =
  /^\s*\(?\s*([-−]?\d{1,2}(?:\.\d+)?)\s*°?\s*[,;\s]\s*([-−]?\d{1,3}(?:\.\d+)?)\s*°?\s*\)?\s*$/u;

/** Latitude and longitude out of one text, as maps give them ("7.8804, 98.3923"); null when it is no such pair. */
export function splitCoordinates(text: string): Point | null {
  const match = both.exec(text);
  if (!match) return null;
  const [latitude, longitude] = [match[1], match[2]].map((part) =>
    Number(part?.replace("−", "-")),
  ) as [number, number];
  return pointOf({ latitude, longitude });
}
