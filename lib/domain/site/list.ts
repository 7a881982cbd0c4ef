/** The maximum number of cities or projects in a comparison, so that the columns fit side by side. */
export const maxCompared = 4;

/** The orders of the public list of projects; "-" reverses one. "relevance" needs a search. */
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
  "effective",
  "-effective",
] as const;
export type ProjectOrder = (typeof projectOrders)[number];
