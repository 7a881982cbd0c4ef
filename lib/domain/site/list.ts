/** How many cities or projects are compared at most: more columns nobody reads side by side. */
export const maxCompared = 4;

/** How the public list of projects can be ordered; "-" turns an order around. By relevance only where words are searched. */
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

/** What a list of projects can be narrowed to by one word each, beside its city, its day and what it says. */
export const facetNames = [
  "country",
  "cohort",
  "focusArea",
  "projectType",
  "outcome",
  "stage",
  "schedule",
  "closing",
  "startsIn",
  "endsIn",
  "support",
  "partner",
  "evidence",
  "indicators",
] as const;

/**
 * What the address of each public list may ask for; proxy.ts drops everything else, so that it makes no pages of its own.
 * Filters of projects are those of lib/queries/public/project-filters.ts.
 */
export const listParameters = {
  projects: [
    "q",
    "city",
    ...facetNames,
    "confirmedFrom",
    "confirmedBefore",
    "sort",
    "cursor",
    "asOf",
  ],
  changes: ["since", "cursor", "asOf"],
  feedback: ["about", "kind", "again", "sent"],
  partners: ["cursor", "asOf"],
  compare: ["city", "project", "focusArea", "asOf"],
  "support-needed": ["kind", "country", "focusArea", "stage", "cursor", "asOf"],
} as const;

export type PublicList = keyof typeof listParameters;

/** What an address may ask for several times; the values are handed on with commas between them. */
export const repeated: Partial<Record<PublicList, readonly string[]>> = {
  compare: ["city", "project"],
};
