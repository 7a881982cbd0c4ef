/** The names of facets: the filters of the list of projects that match one word each. */
export const facetNames = /** @type {const} */ ([
  "country",
  "cohort",
  "focusArea",
  "projectType",
  "subject",
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
  "origin",
]);
