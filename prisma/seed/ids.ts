import { v5 } from "uuid";

/** Every id of the seeded data depends on it, so it must never change. */
const namespace = "6c1e9f0a-6b3d-5a52-9d53-2f0a4be1c7d8";

/**
 * Returns the id of an object of the seeded data, which is the same on every installation: `idOf("city", "phuket")`.
 */
export function idOf(kind: string, ...names: (string | number)[]): string {
  return v5([kind, ...names].join("/"), namespace);
}

export const planStartYear = 2018;

/** Returns the id of a city's plan for the network's first period. */
export function planIdOf(citySlug: string): string {
  return idOf("plan", citySlug, planStartYear);
}

/** Returns the id of the report of a year before this product existed. */
export function pastReportIdOf(year: string): string {
  return idOf("report", year);
}
