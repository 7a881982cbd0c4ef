import * as z from "zod";
import { items } from "@/lib/domain/item";
import { partialDate } from "@/lib/domain/partial-date";
import { line, text, webAddress } from "@/lib/domain/text";

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
const amount = z.number().finite();

/**
 * The fields of a project, as a draft holds them: well-formed, perhaps incomplete.
 * Dates are partial (partial-date.ts), texts plain but for `description`, which is Markdown.
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
    target: amount.nullable(),
    readings: items({ on: partialDate, value: amount, source: webAddress }, 200),
  }),
  partners: items({ name: line(300), role: line(200) }),
  supportNeeded: items({ kind: z.enum(supportKinds), text: text(600), isMet: z.boolean() }),
  challenges: items({ text: text(1000) }),
  funding: items({ text: text(600), source: webAddress }),
  /** What others report about it. */
  evidence: items({ text: text(600), source: webAddress }),
  sources: items({ title: line(300), address: webAddress }),
  /** What a reader of these data should know, for example that two reports disagree. */
  dataNote: text(1000),
  closing: z.enum(closings).nullable(),
  closingReason: text(1000),
  /** The project it went on in, by title or address. */
  closingSuccessor: line(300),
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
    partners: [],
    supportNeeded: [],
    challenges: [],
    funding: [],
    evidence: [],
    sources: [],
    dataNote: "",
    closing: null,
    closingReason: "",
    closingSuccessor: "",
  };
}

/** Whether it counts in totals: no longer listed, withdrawn, merged and replaced projects do not. */
export function isListed(project: Pick<ProjectFields, "closing">): boolean {
  return project.closing === null || project.closing === "completed";
}

/**
 * Progress in per cent (0–100, not rounded): weight of milestones done over weight of those not dropped.
 * Null when there is no milestone to weigh.
 */
export function progressPercent(milestones: ProjectFields["milestones"]): number | null {
  const kept = milestones.filter((milestone) => milestone.droppedReason === "");
  const whole = sum(kept.map((milestone) => milestone.weight));
  if (whole === 0) return null;
  return (sum(kept.filter((m) => m.doneOn !== null).map((m) => m.weight)) / whole) * 100;
}

function sum(numbers: number[]) {
  return numbers.reduce((total, number) => total + number, 0);
}
