/** What an organisation is: of a record of the network, and of a partner as a city states it. */
export const organisationKinds = [
  "government",
  "city",
  "utility",
  "company",
  "university",
  "ngo",
  "donor",
  "bank",
  "international",
  "other",
] as const;

export type OrganisationKind = (typeof organisationKinds)[number];
