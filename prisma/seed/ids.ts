import { v5 } from "uuid";

/** Never change it: every id of the seeded data rests on it. */
const namespace = "6c1e9f0a-6b3d-5a52-9d53-2f0a4be1c7d8";

/** The id of something in the seeded data, the same on every installation: `idOf("city", "phuket")`. */
export function idOf(kind: string, ...names: (string | number)[]): string {
  return v5([kind, ...names].join("/"), namespace);
}

export const planStartYear = 2018;

/** The id of a city's plan for the network's first period. */
export function planIdOf(citySlug: string): string {
  return idOf("plan", citySlug, planStartYear);
}

/** The id of the report of a year from before this product. */
export function pastReportIdOf(year: string): string {
  return idOf("report", year);
}
