/** Under which licence the open data may be used: said here, and read by every file and page that says it. */
export const licence = {
  name: "Creative Commons Attribution 4.0 International",
  shortName: "CC BY 4.0",
  spdx: "CC-BY-4.0",
  address: "https://creativecommons.org/licenses/by/4.0/",
  /** What is licensed, and what is not ours to license. */
  scope:
    "Our structuring of the data, our texts and our computed figures. Texts and facts stated by cities and by ASEAN's reports remain theirs; each record names its sources. Files of evidence are their owners'.",
  /** How to name us. */
  attribution:
    "City Action Plans, an independent tracker of the ASEAN Smart Cities Network, with the address and the day of the data",
} as const;
