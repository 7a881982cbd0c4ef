/** The licence of the open data. Every file and page reads it here. */
export const licence = {
  name: "Creative Commons Attribution 4.0 International",
  shortName: "CC BY 4.0",
  spdx: "CC-BY-4.0",
  address: "https://creativecommons.org/licenses/by/4.0/",
  /** The text about what is licensed, and what is not ours to license. */
  scope:
    "Our structuring of the data, our texts and our computed figures. Texts and facts stated by cities and by ASEAN's reports remain theirs; each record names its sources. Files of evidence are their owners'.",
  /** The text that credits the source. */
  attribution:
    "City Action Plans, an independent tracker of the ASEAN Smart Cities Network, with the address and the day of the data",
} as const;
