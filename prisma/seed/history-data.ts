import { readdirSync, readFileSync } from "node:fs";
import * as z from "zod";
import { confidences } from "@/lib/domain/assessment/assessment";
import { organisationKinds } from "@/lib/domain/organisation/kinds";
import { directions, schedules, supportKinds } from "@/lib/domain/record/project";

// The history has what each document says of each project and target, by document and page, in our own words
// (docs/decisions/0054).

const slug = z.string().min(1);
const day = z.iso.date();
/** A year, a month, a day, a quarter "2021-Q3" or a half-year "2021-H1". */
const date = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?|-Q[1-4]|-H[12])?$/u);
const page = z.int().nullable();
/** The short name of a document of the network, or an address. */
const source = z.string().min(1);
const text = z.string().min(1);
const said = { asOf: day, source, page };

/** That something serves an outcome of the framework, as we read it. */
const outcome = z.object({ outcome: slug, why: text, confidence: z.enum(confidences) });

const planTarget = z.object({
  index: z.int(),
  text,
  measure: text.nullable(),
  unit: text.nullable(),
  direction: z.enum(directions).nullable(),
  baseline: z.number().nullable(),
  baselineOn: date.nullable(),
  target: z.number().nullable(),
  dueOn: date.nullable(),
  outcomes: z.array(outcome),
  answeredBy: z.array(
    z.object({ project: slug, indicator: slug.optional(), milestone: slug.optional() }),
  ),
  result: z
    .object({
      result: z.enum(["achieved", "partly", "not_achieved"]),
      on: date,
      why: text,
      source,
      page,
    })
    .nullable(),
});

const edition = z.object({
  ...said,
  summary: text.nullable(),
  progress: text.nullable(),
  schedule: z.enum(schedules).nullable(),
  scheduleReason: text.nullable(),
  startsOn: date.nullable(),
  endsOn: date.nullable(),
  challenges: z.array(text),
  supportNeeded: z.array(z.object({ kind: z.enum(supportKinds), text })),
  partners: z.array(z.object({ partner: slug, role: text.nullable() })),
  targets: z.array(z.object({ key: slug, text, dueOn: date.nullable() })),
});

const milestone = z.object({
  key: slug,
  title: text,
  kind: z.enum(["promise", "event"]),
  said: z
    .array(
      z.object({
        ...said,
        dueOn: date.nullable(),
        doneOn: date.nullable(),
        dropped: z.boolean(),
        note: text.nullable(),
      }),
    )
    .min(1),
});

const indicator = z.object({
  key: slug,
  name: text,
  unit: z.string().nullable(),
  direction: z.enum(directions),
  outcome: slug.nullable(),
  baseline: z.number().nullable(),
  baselineOn: date.nullable(),
  targets: z.array(z.object({ ...said, value: z.number(), on: date.nullable() })),
  readings: z.array(z.object({ ...said, on: date, value: z.number(), note: text.nullable() })),
});

const partner = z.object({
  key: slug,
  name: text,
  kind: z.enum(organisationKinds),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/u)
    .nullable(),
  aliases: z.array(text),
});

const city = z.object({
  citySlug: slug,
  planTargets: z.array(planTarget),
  projects: z.array(
    z.object({
      id: slug,
      outcomes: z.array(outcome.extend({ source, page })),
      editions: z.array(edition),
      milestones: z.array(milestone),
      indicators: z.array(indicator),
      laterFacts: z.array(z.object({ on: date, text, source })),
    }),
  ),
  partners: z.array(partner),
});

export type CityHistory = z.output<typeof city>;
export type PlanTarget = CityHistory["planTargets"][number];
export type ProjectHistory = CityHistory["projects"][number];
export type PartnerData = CityHistory["partners"][number];

/** Reads what the documents say of every city, in the order of its country's file. Throws when a file is invalid. */
export function readHistory(): CityHistory[] {
  const folder = new URL("./data/history/", import.meta.url);
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) =>
      z.array(city).parse(JSON.parse(readFileSync(new URL(name, folder), "utf8"))),
    );
}
