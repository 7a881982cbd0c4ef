/** How many cities or projects are compared at most: more columns nobody reads side by side. */
export const maxCompared = 4;

/**
 * How the public list of projects can be ordered; "-" turns an order around. By relevance only where words are
 * searched.
 */
export const projectOrders = [
  "relevance",
  "title",
  "-title",
  "city",
  "-city",
  "stage",
  "-stage",
  "starts",
  "-starts",
  "ends",
  "-ends",
  "confirmed",
  "-confirmed",
] as const;
export type ProjectOrder = (typeof projectOrders)[number];
