import * as z from "zod";
import { assessedOutcomes } from "@/lib/domain/open-data/assessment";
import { editionShape } from "@/lib/domain/open-data/edition";
import { field } from "@/lib/domain/open-data/field";
import { dataOf } from "@/lib/domain/open-data/record-fields";
import { countsData } from "@/lib/domain/open-data/summary";
import { figureKinds, planCatalogue } from "@/lib/domain/record/plan";

const text = z.string();
const reference = { source: "reference" } as const;

/** The fields of a city in every answer. */
const cityShape = {
  slug: field(text, "Its address.", { source: "tracker" }),
  name: field(text, "Its name in English.", reference),
  localName: field(text.nullable(), "Its name in a language of its country.", reference),
  country: field(text, "ISO 3166-1 alpha-2.", reference),
  latitude: field(z.number(), "Latitude.", { ...reference, unit: "degrees, WGS 84" }),
  longitude: field(z.number(), "Longitude.", { ...reference, unit: "degrees, WGS 84" }),
  joinedYear: field(z.int(), "The year in which it joined the network.", reference),
  projects: field(countsData, "Its listed projects by stage.", { source: "computed" }),
};

/** The schema of a city in a list. */
export const cityData = z.object(cityShape).meta({ id: "City" });

/** The schema of one city with its figures and its plan. */
export const cityDetails = z
  .object({
    ...cityShape,
    officialLanguages: field(
      z.array(text),
      "Official languages of its country (BCP 47).",
      reference,
    ),
    timeZone: field(text, "Its time zone (IANA).", reference),
    cohort: field(text, "With whom it joined.", reference),
    isCapital: field(z.boolean(), "Whether it is the capital of its country.", reference),
    note: field(text.nullable(), "A remark on the city or its boundary.", reference),
    membershipSource: field(text, "What its membership is read from.", reference),
    figures: field(
      z.array(
        z.object({
          kind: field(z.enum(figureKinds), "What is stated.", reference),
          value: field(z.number(), "The figure.", {
            ...reference,
            unit: "persons, km² or persons per km²",
          }),
          year: field(z.int().nullable(), "The year of the figure.", reference),
          boundaryNote: field(text.nullable(), "Which boundary it holds for.", reference),
          source: field(text, "Where it is read.", reference),
        }),
      ),
      "Figures of the city from reference works.",
      reference,
    ),
    plan: field(
      z
        .object({
          period: field(text, "Its years, such as 2018-2025.", { source: "tracker" }),
          ...dataOf(planCatalogue, { strategicTargets: { assessedOutcomes } }),
          ...editionShape,
        })
        .nullable(),
      "Its plan; null while none is published, and while it is withheld.",
    ),
    withheldPlan: field(
      z
        .object({
          notice: field(text, "What is read in its place.", { source: "secretariat" }),
          at: field(z.iso.datetime(), "Since when.", { source: "tracker", unit: "UTC" }),
        })
        .nullable(),
      "Notice for a plan that is temporarily withheld.",
      { source: "secretariat" },
    ),
  })
  .meta({ id: "CityDetails" });
