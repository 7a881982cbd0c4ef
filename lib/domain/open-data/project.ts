import * as z from "zod";
import { editionShape } from "@/lib/domain/open-data/edition";
import { choice, decimal, field, listOf, partialDate, sha256 } from "@/lib/domain/open-data/field";
import { translationsData } from "@/lib/domain/open-data/translation";
import {
  budgetKinds,
  claims,
  closings,
  directions,
  type ProjectFields,
  partnerKinds,
  relations,
  schedules,
  stages,
  supportKinds,
} from "@/lib/domain/record/project";
import { evidenceLevels, ratedClaims } from "@/lib/domain/review/evidence-rating";

const text = z.string();
const numberOrNull = z.number().nullable();
const computed = { source: "computed" } as const;
const tracker = { source: "tracker" } as const;
const percent = { source: "computed", unit: "percent" } as const;

/** Every field of a project's edition, as open data tells it: a new one does not compile until it is described here. */
const fields = {
  title: field(text, "What the project is called."),
  localTitle: field(text, "What it is called in a language of its country; empty where not said."),
  localTitleLanguage: field(text.nullable(), "The language of localTitle (BCP 47)."),
  summary: field(text, "What it is about, in a few sentences."),
  description: field(text, "The long description (Markdown)."),
  stage: field(
    choice(stages),
    "ASEAN's three stages, and one for history that does not state the stage.",
  ),
  schedule: field(
    choice(schedules).nullable(),
    "Whether the project is on time; null if the city does not state it.",
  ),
  scheduleReason: field(text, "Why it is late or paused."),
  closing: field(
    choice(closings).nullable(),
    "What became of a project that is no longer pursued as it was; null while it is.",
  ),
  closingReason: field(text, "Why."),
  closingSuccessor: field(text, "The project in which it continues, by title or address."),
  contributions: field(
    listOf({
      outcome: field(text, "Slug of an outcome of the framework."),
      how: field(text, "How the project contributes to it."),
    }),
    "Which outcomes it states to serve, and how.",
  ),
  startsOn: field(partialDate, "Start date: a year, a month or a day."),
  endsOn: field(partialDate, "Planned end date."),
  endedOn: field(partialDate, "Actual end date."),
  targets: field(
    listOf({ text: field(text, "One target.") }),
    "What it is to reach, in the city's words.",
  ),
  milestones: field(
    listOf({
      title: field(text, "What is to be done."),
      dueOn: field(partialDate, "Due date."),
      doneOn: field(partialDate, "The date on which it was done; null if it is not done."),
      droppedReason: field(text, "Why it was given up; empty where it was not."),
      note: field(text, "A remark."),
      weight: field(z.int().min(1).max(100), "Its weight compared with the other milestones."),
    }),
    "Its milestones.",
  ),
  indicators: field(
    listOf({
      name: field(text, "What is measured."),
      unit: field(text, "The unit of baseline, target and readings."),
      direction: field(z.enum(directions), "Which way it is to go."),
      baseline: field(numberOrNull, "The value at the start.", { unit: "unit of the indicator" }),
      baselineOn: field(partialDate, "The date of the baseline."),
      target: field(numberOrNull, "The target value.", { unit: "unit of the indicator" }),
      targetOn: field(partialDate, "Due date."),
      outcome: field(text.nullable(), "Slug of the outcome it measures."),
      readings: field(
        listOf({
          on: field(partialDate, "The date of the measurement."),
          value: field(numberOrNull, "What was measured.", { unit: "unit of the indicator" }),
          note: field(text, "A remark."),
          source: field(text, "Where it is read (address)."),
        }),
        "What was measured, and when.",
      ),
      attainmentPercent: field(
        numberOrNull,
        "Percentage of the way from baseline to target; null if it cannot be calculated.",
        percent,
      ),
      isOnCourse: field(
        z.boolean().nullable(),
        "Whether the latest reading is at or ahead of the straight line to the target; null where it cannot be said.",
        computed,
      ),
    }),
    "What is measured of it.",
  ),
  budget: field(
    listOf({
      kind: field(z.enum(budgetKinds), "Planned, committed or spent."),
      amount: field(decimal, "An exact decimal as text.", { unit: "currency of the line" }),
      currency: field(text.nullable(), "ISO 4217."),
      year: field(z.int().nullable(), "The year it is for."),
      funder: field(text, "Who pays."),
      perDollar: field(decimal, "What one US dollar cost on the day of perDollarOn.", {
        unit: "currency of the line per USD",
      }),
      perDollarOn: field(partialDate, "The day of that rate."),
      note: field(text, "A remark."),
      dollars: field(
        decimal,
        "The amount in US dollars, at the rate stated; null without a rate.",
        {
          ...computed,
          unit: "USD",
        },
      ),
    }),
    "Money, line by line.",
  ),
  partners: field(
    listOf({
      name: field(text, "Who helps."),
      kind: field(z.enum(partnerKinds).nullable(), "What they are."),
      role: field(text, "What they do."),
    }),
    "Who helps.",
  ),
  supportNeeded: field(
    listOf({
      kind: field(z.enum(supportKinds), "Which kind of support."),
      text: field(text, "What is asked."),
      isMet: field(z.boolean(), "Whether it was found."),
      metBy: field(text, "Who gives it."),
    }),
    "What it asks of partners.",
  ),
  challenges: field(listOf({ text: field(text, "One challenge.") }), "What went wrong."),
  funding: field(
    listOf({
      text: field(text, "Who pays how much, in the city's words."),
      source: field(text, "Where it is read (address)."),
    }),
    "Funding as stated in a source, in words.",
  ),
  responsibleOffice: field(text, "The office that is responsible for it."),
  responsibleAddress: field(text, "The email address of that office."),
  relatedProjects: field(
    listOf({
      relation: field(z.enum(relations), "Read: this project … that one."),
      project: field(z.uuid().nullable(), "Id of a project here; it may not be public."),
      title: field(text, "Its title, where it has no id here."),
      note: field(text, "A remark."),
    }),
    "Its relations to other projects.",
  ),
  locations: field(
    listOf({
      label: field(text, "What is there."),
      latitude: field(numberOrNull, "Latitude.", { unit: "degrees, WGS 84" }),
      longitude: field(numberOrNull, "Longitude.", { unit: "degrees, WGS 84" }),
    }),
    "Where it is.",
  ),
  evidence: field(
    listOf({
      text: field(text, "What it shows."),
      source: field(text, "Where it is read (address)."),
      file: field(z.uuid().nullable(), "Id of one of `files`."),
      claim: field(z.enum(claims), "What it proves."),
      claimOf: field(z.uuid().nullable(), "Id of the milestone, reading or budget line it proves."),
      on: field(partialDate, "Its date."),
      credit: field(text, "Whose it is."),
      alternativeText: field(text, "What a picture shows."),
    }),
    "What proves a claim.",
  ),
  sources: field(
    listOf({ title: field(text, "What it is."), address: field(text, "Where it is (address).") }),
    "What the edition was written from.",
  ),
  dataNote: field(text, "What a reader of these data should know."),
  translations: translationsData,
} satisfies Record<Exclude<keyof ProjectFields, "focusAreas">, z.ZodType>;

/** The one field that open data spells otherwise: slugs under its name, all of it under another. */
const focusAreas = {
  focusAreas: field(
    z.array(text),
    "Slugs of its focus areas; the first is the main one and is used in totals.",
  ),
  focusAreaLabels: field(
    listOf({
      focusArea: field(text, "Slug of the focus area."),
      projectType: field(text.nullable(), "Slug of the finer type of ASEAN's reports."),
      ownLabel: field(text, "The city's own label."),
    }),
    "Its focus areas with type and label.",
  ),
};

/** A project of a list. */
export const projectData = z
  .object({
    id: field(z.uuid(), "Permanent id of the project.", tracker),
    slug: field(text, "Its address below its city's.", tracker),
    city: field(text, "Slug of its city.", tracker),
    country: field(text, "ISO 3166-1 alpha-2.", tracker),
    ...fields,
    ...focusAreas,
    outcomes: field(z.array(text), "Slugs of the outcomes in `contributions`.", computed),
    progress: field(
      z
        .object({
          percent: field(z.number().min(0).max(100), "Progress.", percent),
          doneWeight: field(z.int(), "Weight of milestones done.", computed),
          wholeWeight: field(z.int(), "Weight of milestones that are not dropped.", computed),
        })
        .nullable(),
      "Weight of milestones done over weight of those not dropped; null without one.",
      computed,
    ),
    budgetSums: field(
      z.array(
        z.object({
          kind: field(z.enum(budgetKinds), "Planned, committed or spent.", computed),
          currency: field(text, "ISO 4217.", computed),
          amount: field(text, "The sum as an exact decimal.", {
            ...computed,
            unit: "currency of the sum",
          }),
          lines: field(z.int(), "Number of budget lines in this sum.", computed),
        }),
      ),
      "Sums per kind and currency, never across either.",
      computed,
    ),
    files: field(
      z.array(
        z.object({
          id: field(z.uuid(), "Id of the file.", tracker),
          name: field(text, "Its name."),
          mediaType: field(text, "What it is, by its bytes.", tracker),
          bytes: field(z.int(), "Size in bytes.", { ...tracker, unit: "bytes" }),
          sha256: field(sha256, "SHA-256 of its bytes, hexadecimal.", tracker),
          address: field(text, "Where it is served.", tracker),
        }),
      ),
      "The files that its evidence names.",
    ),
    ...editionShape,
  })
  .meta({ id: "Project" });

/** One project by itself: what the secretariat found of its evidence as well. */
export const projectDetails = projectData
  .extend({
    verified: field(
      z.array(
        z.object({
          claim: field(z.enum(ratedClaims), "Which claim.", { source: "secretariat" }),
          level: field(z.enum(evidenceLevels), "The level of evidence.", {
            source: "secretariat",
          }),
          sentence: field(text, "Why.", { source: "secretariat" }),
          edition: field(z.int(), "The edition it was said of.", tracker),
          effectiveOn: field(z.iso.date(), "The day of that edition.", tracker),
        }),
      ),
      "The secretariat's rating of the evidence: the latest rating of each statement.",
      { source: "secretariat" },
    ),
  })
  .meta({ id: "ProjectDetails" });
