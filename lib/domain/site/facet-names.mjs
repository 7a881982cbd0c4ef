/** What a list of projects can be narrowed to by one word each, beside its city, its day and what it says. */
export const facetNames = /** @type {const} */ ([
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
]);
