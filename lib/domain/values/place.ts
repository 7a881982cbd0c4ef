/** A point in WGS 84. */
export type Point = { latitude: number; longitude: number };

const earthRadiusKm = 6371;

/**
 * Returns the distance between two points along the great circle, in kilometres (haversine formula, spherical earth).
 */
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

/** A point farther from its city than this is probably a mistake. */
export const farApartKm = 200;

/** Returns the point of a location; null while a coordinate is missing, is not a number or is out of range. */
export function pointOf(location: { latitude: unknown; longitude: unknown }): Point | null {
  const { latitude, longitude } = location;
  if (typeof latitude !== "number" || typeof longitude !== "number") return null;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null;
  return { latitude, longitude };
}

const both =
  /^\s*\(?\s*([-−]?\d{1,2}(?:\.\d+)?)\s*°?\s*[,;\s]\s*([-−]?\d{1,3}(?:\.\d+)?)\s*°?\s*\)?\s*$/u;

/**
 * Returns latitude and longitude from one text in the form that maps give ("7.8804, 98.3923"); null for any other text.
 */
export function splitCoordinates(text: string): Point | null {
  const match = both.exec(text);
  if (!match) return null;
  const [latitude, longitude] = [match[1], match[2]].map((part) =>
    Number(part?.replace("−", "-")),
  ) as [number, number];
  return pointOf({ latitude, longitude });
}
