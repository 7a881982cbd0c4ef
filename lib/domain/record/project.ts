import * as z from "zod";
import { translationsOf } from "@/lib/domain/record/translation-field";
import { currencies } from "@/lib/domain/values/currency";
import { decimal } from "@/lib/domain/values/decimal";
import { items } from "@/lib/domain/values/item";
import { number, year } from "@/lib/domain/values/number";
import { partialDate } from "@/lib/domain/values/partial-date-field";
import { line, roleAddress, text, webAddress } from "@/lib/domain/values/text";

/** The network's own three, and one for history that does not say. */
export const stages = ["planning", "ongoing", "completed", "not_stated"] as const;
export type Stage = (typeof stages)[number];

/** How it goes; separate from the stage, because the three stages hide trouble. */
export const schedules = ["on_time", "late", "paused"] as const;
export type Schedule = (typeof schedules)[number];

/** What became of a project that a city no longer pursues as it is. */
export const closings = [
  "completed",
  "merged_into",
  "replaced_by",
  "withdrawn",
  "no_longer_listed",
] as const;
export type Closing = (typeof closings)[number];

/** What a project may ask of partners. */
export const supportKinds = [
  "finance",
  "technical",
  "advice",
  "study",
  "training",
  "partner",
  "policy",
  "other",
] as const;

/** Which way an indicator is to go. */
export const directions = ["increase", "decrease"] as const;

/** What becomes of money: what the plan foresees, what somebody bound themselves to give, what was paid. */
export const budgetKinds = ["planned", "committed", "spent"] as const;

export const partnerKinds = [
  "government",
  "city",
  "company",
  "development_partner",
  "university",
  "community",
  "other",
] as const;

/** How a project stands to another one: read "this project … that one". */
export const relations = [
  "related",
  "merged_into",
  "merged_from",
  "split_into",
  "split_from",
  "replaced_by",
  "replaces",
] as const;

/** What a piece of evidence proves. */
export const claims = [
  "project",
  "milestone",
  "reading",
  "completion",
  "figure",
  "budget",
] as const;

/** BCP 47 codes of the languages in which a city may write a title. */
export const languages = [
  "ms",
  "km",
  "id",
  "lo",
  "my",
  "fil",
  "en",
  "zh",
  "ta",
  "th",
  "pt",
  "tet",
  "vi",
] as const;

const slug = line(80);

/**
 * The fields of a project, as a draft holds them: well-formed, perhaps incomplete.
 * Dates are partial (partial-date.ts), texts plain but for `description`, which is Markdown.
 * A field with a default was added by a later schema version: what an earlier one wrote is read with it empty (edition.ts).
 */
export const projectFields = z.object({
  title: line(200),
  localTitle: line(200),
  localTitleLanguage: z.enum(languages).nullable(),
  summary: text(1200),
  description: text(20_000),
  /** Focus areas of the plan's framework, by slug; the first one leads. */
  focusAreas: items({ focusArea: slug, projectType: slug.nullable(), ownLabel: line(120) }, 6),
  /** Which outcomes of the framework it serves, by slug, and how. */
  contributions: items({ outcome: slug, how: text(600) }, 10),
  stage: z.enum(stages),
  schedule: z.enum(schedules).nullable(),
  scheduleReason: text(600),
  startsOn: partialDate,
  endsOn: partialDate,
  endedOn: partialDate,
  /** What the city said the project would reach, in its words. */
  targets: items({ text: text(600) }),
  /** `weight` is its share of the whole, relative to the other milestones. */
  milestones: items({
    title: line(300),
    dueOn: partialDate,
    doneOn: partialDate,
    droppedReason: text(600),
    note: text(600),
    weight: z.int().min(1).max(100),
  }),
  indicators: items({
    name: line(200),
    unit: line(80),
    direction: z.enum(directions).default("increase"),
    baseline: number.nullable().default(null),
    baselineOn: partialDate.default(null),
    target: number.nullable(),
    targetOn: partialDate.default(null),
    /** The outcome of the framework it serves, by slug. */
    outcome: slug.nullable().default(null),
    readings: items(
      {
        on: partialDate,
        /** Null while it is being written: a draft may be incomplete, a submission not (readiness.ts). */
        value: number.nullable(),
        note: text(600).default(""),
        source: webAddress,
      },
      200,
    ),
  }),
  /** Money by line: exact decimals in their own currency, and how many units of it one US dollar cost on a day. */
  budget: items({
    kind: z.enum(budgetKinds),
    amount: decimal,
    currency: z.enum(currencies).nullable(),
    year: year.nullable(),
    funder: line(200),
    perDollar: decimal,
    perDollarOn: partialDate,
    note: text(600),
  }).default([]),
  partners: items({
    name: line(300),
    kind: z.enum(partnerKinds).nullable().default(null),
    role: line(200),
  }),
  supportNeeded: items({
    kind: z.enum(supportKinds),
    text: text(600),
    isMet: z.boolean(),
    metBy: line(300).default(""),
  }),
  challenges: items({ text: text(1000) }),
  funding: items({ text: text(600), source: webAddress }),
  /** The office that answers for it and the address of that office's role: never a private person. */
  responsibleOffice: line(200).default(""),
  responsibleAddress: roleAddress.default(""),
  /** Projects of this or another city; `project` is a record's id, and `title` names what has none here. */
  relatedProjects: items({
    relation: z.enum(relations),
    project: z.uuid().nullable(),
    title: line(300),
    note: line(300),
  }).default([]),
  /** Where it is, as points in WGS 84. */
  locations: items({
    label: line(200),
    latitude: z.number().min(-90).max(90).nullable(),
    longitude: z.number().min(-180).max(180).nullable(),
  }).default([]),
  /** What proves a claim: a link, a file, or both. `claimOf` is the id of the milestone, reading or budget line. */
  evidence: items({
    text: text(600),
    source: webAddress,
    /** The id of a file (lib/queries/record/files.ts). */
    file: z.uuid().nullable().default(null),
    claim: z.enum(claims).default("project"),
    claimOf: z.uuid().nullable().default(null),
    on: partialDate.default(null),
    credit: line(200).default(""),
    alternativeText: line(300).default(""),
  }),
  sources: items({ title: line(300), address: webAddress }),
  /** What a reader of these data should know, for example that two reports disagree. */
  dataNote: text(1000),
  closing: z.enum(closings).nullable(),
  closingReason: text(1000),
  /** The project it went on in, by title or address. */
  closingSuccessor: line(300),
  /** Its texts in local languages. Added by schema version 3. */
  translations: translationsOf("project").default([]),
});

export type ProjectFields = z.output<typeof projectFields>;

/** A project nobody has written anything about but its title. */
export function emptyProject(title: string): ProjectFields {
  return {
    title,
    localTitle: "",
    localTitleLanguage: null,
    summary: "",
    description: "",
    focusAreas: [],
    contributions: [],
    stage: "not_stated",
    schedule: null,
    scheduleReason: "",
    startsOn: null,
    endsOn: null,
    endedOn: null,
    targets: [],
    milestones: [],
    indicators: [],
    budget: [],
    partners: [],
    supportNeeded: [],
    challenges: [],
    funding: [],
    responsibleOffice: "",
    responsibleAddress: "",
    relatedProjects: [],
    locations: [],
    evidence: [],
    sources: [],
    dataNote: "",
    closing: null,
    closingReason: "",
    closingSuccessor: "",
    translations: [],
  };
}

/**
 * The milestone that comes next: of those neither done nor dropped the one that is due first, in the list's order where
 * that says nothing. One without a date comes after those that have one. Undefined when none is open.
 */
export function nextMilestone(
  milestones: ProjectFields["milestones"],
): ProjectFields["milestones"][number] | undefined {
  const open = milestones.filter(
    (milestone) => milestone.doneOn === null && milestone.droppedReason === "",
  );
  const dueFirst = (a: string | null, b: string | null) => (a ?? "9") < (b ?? "9");
  return open.reduce(
    (first, each) => (dueFirst(each.dueOn, first.dueOn) ? each : first),
    open[0] as (typeof open)[number],
  );
}

/** Whether it counts in totals: no longer listed, withdrawn, merged and replaced projects do not. */
export function isListed(project: Pick<ProjectFields, "closing">): boolean {
  return project.closing === null || project.closing === "completed";
}
