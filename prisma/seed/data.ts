import { readFileSync } from "node:fs";
import * as z from "zod";
import { budgetKinds } from "@/lib/domain/record/project";
import { currencies } from "@/lib/domain/values/currency";
import { Documents } from "./documents";
import { readHistory } from "./history-data";
import { readSubjects } from "./subjects-data";

const source = z.string().min(1);
const figure = z.object({ value: z.number(), year: z.int().nullable().default(null), source });

const city = z.object({
  slug: z.string(),
  name: z.string(),
  localName: z.string().nullable(),
  country: z.string(),
  countryCode: z.string(),
  lat: z.number(),
  lng: z.number(),
  timezone: z.string(),
  officialLanguages: z.array(z.string()),
  cohort: z.string(),
  joined: z.int(),
  isCapital: z.boolean(),
  notes: z.string().nullable().default(null),
  membershipSource: source,
  confidence: z.string(),
  population: figure.extend({ basis: z.string() }),
  populationRecent: figure.extend({ confidence: z.string() }).optional(),
  landAreaKm2: figure.nullable().default(null),
  densityStated: z.number().nullable().default(null),
});

const term = z.object({ id: z.string(), name: z.string(), description: z.string(), source });

const framework = z.object({
  meta: z.object({ name: z.string(), endorsed: z.object({ date: z.iso.date(), source }) }),
  strategicOutcomes: z.array(term),
  focusAreas: z.array(
    term.extend({
      shortName: z.string(),
      projectTypes: z.array(
        z.object({ id: z.string(), name: z.string(), firstUsedInReport: z.int(), source }),
      ),
    }),
  ),
  enablers: z.array(term),
});

const plan = z.object({
  citySlug: z.string(),
  documentAsOf: z.iso.date(),
  visionParaphrase: z.string(),
  focusAreas: z.array(z.object({ label: z.string(), ascfFocusArea: z.string() })),
  priorityProjects: z.array(z.object({ id: z.string(), title: z.string() })),
  sourceUrl: source,
});

const funding = z.union([
  z.object({ text: z.string(), sourceUrl: source }),
  z.object({ amount: z.number(), currency: z.string(), unit: z.string(), sourceUrl: source }),
]);

const project = z.object({
  id: z.string(),
  citySlug: z.string(),
  focusAreas: z.array(z.string()),
  funding: funding.nullable(),
  history: z.array(
    z.object({
      asOf: z.iso.date(),
      title: z.string(),
      focusArea: z.string(),
      status: z.enum(["planning", "ongoing", "completed", "planning-or-ongoing"]),
      sourceUrl: source,
    }),
  ),
  externalEvidence: z.array(z.object({ text: z.string(), sourceUrl: source })),
  note: z.string().nullable(),
  identityNote: z.string().optional(),
});

/** An amount that the sources state separately, within the text of `funding`, as an exact decimal. */
const budgetLine = z.object({
  project: z.string(),
  kind: z.enum(budgetKinds),
  amount: z.string(),
  currency: z.enum(currencies),
  year: z.int().nullable(),
  funder: z.string(),
  note: z.string(),
  sourceUrl: source,
});

export type CityData = z.output<typeof city>;
export type FrameworkData = z.output<typeof framework>;
export type PlanData = z.output<typeof plan>;
/** A project as each report lists it, with the data that are not in its history. */
export type ProjectData = z.output<typeof project> & { budget: z.output<typeof budgetLine>[] };

/** Reads the real data of the network with which every installation starts. Throws when a file is invalid. */
export function readData() {
  const lines = z.array(budgetLine).parse(read("budget-lines"));
  const projects = z.array(project).parse(read("projects"));
  const stray = lines.find((line) => !projects.some(({ id }) => id === line.project));
  if (stray)
    throw new Error(`A budget line names the project ${stray.project}, which is not there`);
  const history = readHistory();
  return {
    history,
    documents: new Documents(history),
    ...readSubjects(),
    cities: z.array(city).parse(read("cities")),
    framework: framework.parse(read("framework")),
    plans: z.array(plan).parse(read("action-plans-2018")),
    projects: projects.map((each) => ({
      ...each,
      budget: lines.filter((line) => line.project === each.id),
    })),
  };
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./data/${name}.json`, import.meta.url), "utf8"));
}
