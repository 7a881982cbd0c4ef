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

/** What is known of an organisation. The country is one of any, as ISO 3166-1 alpha-2; null for one of several. */
export type OrganisationFacts = {
  name: string;
  kind: OrganisationKind;
  countryCode: string | null;
};
