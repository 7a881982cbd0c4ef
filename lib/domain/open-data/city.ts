import * as z from "zod";
import { editionShape } from "@/lib/domain/open-data/edition";
import { field, listOf, partialDate } from "@/lib/domain/open-data/field";
import { countsData } from "@/lib/domain/open-data/summary";
import { translationsData } from "@/lib/domain/open-data/translation";
import { figureKinds, type PlanFields, targetResults } from "@/lib/domain/record/plan";

const text = z.string();
const numberOrNull = z.number().nullable();
const reference = { source: "reference" } as const;

/** What every answer says of a city. */
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

/** A city of a list. */
export const cityData = z.object(cityShape).meta({ id: "City" });

/** Every field of a plan's edition: a new one does not compile until it is described here. */
const planShape = {
  vision: field(text, "The plan's vision."),
  focusAreas: field(
    listOf({
      focusArea: field(text, "Slug of the focus area."),
      ownLabel: field(text, "The city's own label."),
    }),
    "The focus areas of the plan.",
  ),
  strategicTargets: field(
    listOf({
      text: field(text, "The target in words."),
      measure: field(text, "What is measured."),
      unit: field(text, "The unit of baseline and value."),
      baseline: field(numberOrNull, "The value at the start.", { unit: "unit of the target" }),
      value: field(numberOrNull, "The target value.", { unit: "unit of the target" }),
      dueOn: field(partialDate, "Due date."),
      result: field(
        z.enum(targetResults).nullable(),
        "What became of it, as the city says; null while it does not say.",
      ),
      resultOn: field(partialDate, "The date of the result."),
      resultNote: field(text, "The city's note on the result."),
    }),
    "The plan's strategic targets.",
  ),
  figures: field(
    listOf({
      kind: field(z.enum(figureKinds), "What is stated."),
      value: field(numberOrNull, "The figure.", { unit: "persons, km² or persons per km²" }),
      on: field(partialDate, "The date of the figure."),
      boundaryNote: field(text, "Which boundary it holds for."),
      source: field(text, "Where it is read (address)."),
    }),
    "Figures of the city as its plan states them.",
  ),
  sources: field(
    listOf({ title: field(text, "What it is."), address: field(text, "Where it is (address).") }),
    "What the edition was written from.",
  ),
  translations: translationsData,
} satisfies Record<keyof PlanFields, z.ZodType>;

/** One city with its figures and its plan. */
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
          ...planShape,
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
