import { organisationKinds } from "@/lib/domain/organisation/kinds";
import {
  type Catalogue,
  emptyRecord,
  list,
  readings,
  type ValuesOf,
} from "@/lib/domain/record/catalogue";
import { translations } from "@/lib/domain/record/translations-entry";
import { currencies } from "@/lib/domain/values/currency";

/** The network's three stages, and one for history without a stage. */
export const stages = ["planning", "ongoing", "completed", "not_stated"] as const;
export type Stage = (typeof stages)[number];

/** The schedule, which is separate from the stage, because the three stages hide delays. */
export const schedules = ["on_time", "late", "paused"] as const;
export type Schedule = (typeof schedules)[number];

/** The ways in which a city closes a project. */
export const closings = [
  "completed",
  "merged_into",
  "replaced_by",
  "withdrawn",
  "no_longer_listed",
] as const;
export type Closing = (typeof closings)[number];

/** The kinds of support that a project may need from partners. */
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

/** The direction in which an indicator should go, or that it should stay the same. */
export const directions = ["increase", "decrease", "maintain"] as const;

/** The kinds of budget lines: what the plan foresees, what somebody committed to give, what was paid. */
export const budgetKinds = ["planned", "committed", "spent"] as const;

/** The relations of a project to another one, read as "this project … that one". */
export const relations = [
  "related",
  "merged_into",
  "merged_from",
  "split_into",
  "split_from",
  "replaced_by",
  "replaces",
] as const;

/** The claims that a piece of evidence can support. */
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

/**
 * The fields of a project, each declared once: schemas, forms, differences, sections, translatable parts, empty values
 * and the description of open data are derived from them. Dates are partial (partial-date.ts), and texts are plain
 * unless they are Markdown.
 */
export const projectCatalogue = {
  title: {
    kind: "line",
    max: 200,
    section: "about",
    isTranslatable: true,
    meaning: "What the project is called.",
  },
  localTitle: {
    kind: "line",
    max: 200,
    section: "about",
    meaning: "What it is called in a language of its country; empty where not said.",
  },
  localTitleLanguage: {
    kind: "choice",
    words: "language",
    options: languages,
    nullable: true,
    section: "about",
    meaning: "The language of localTitle (BCP 47).",
  },
  summary: {
    kind: "text",
    max: 1200,
    section: "about",
    isTranslatable: true,
    meaning: "What it is about, in a few sentences.",
  },
  description: {
    kind: "markdown",
    max: 20_000,
    section: "about",
    isTranslatable: true,
    meaning: "The long description (Markdown).",
  },
  focusAreas: list(
    "focusArea",
    { section: "framework", meaning: "Its focus areas with type and label." },
    {
      focusArea: {
        kind: "framework",
        options: "focusAreas",
        nullable: false,
        meaning: "Slug of the focus area.",
      },
      projectType: {
        kind: "framework",
        options: "projectTypes",
        nullable: true,
        meaning: "Slug of the finer type of ASEAN's reports.",
      },
      ownLabel: { kind: "line", max: 120, isTranslatable: true, meaning: "The city's own label." },
    },
    { isOrdered: true, max: 6 },
  ),
  contributions: list(
    "outcome",
    { section: "framework", meaning: "Which outcomes it states to serve, and how." },
    {
      outcome: {
        kind: "framework",
        options: "outcomes",
        nullable: false,
        meaning: "Slug of an outcome of the framework.",
      },
      how: {
        kind: "text",
        max: 600,
        isTranslatable: true,
        meaning: "How the project contributes to it.",
      },
    },
    { max: 10 },
  ),
  stage: {
    kind: "choice",
    words: "stage",
    options: stages,
    nullable: false,
    preset: "not_stated",
    section: "progress",
    meaning: "ASEAN's three stages, and one for history that does not state the stage.",
  },
  schedule: {
    kind: "choice",
    words: "schedule",
    options: schedules,
    nullable: true,
    section: "progress",
    meaning: "Whether the project is on time; null if the city does not state it.",
  },
  scheduleReason: {
    kind: "text",
    max: 600,
    section: "progress",
    isTranslatable: true,
    meaning: "Why it is late or paused.",
  },
  progressNote: {
    kind: "text",
    max: 1200,
    section: "progress",
    since: 4,
    isTranslatable: true,
    meaning: "What had happened by the day of progressOn.",
  },
  progressOn: {
    kind: "date",
    section: "progress",
    since: 4,
    meaning: "The date for which progressNote and the schedule are told; null if not said.",
  },
  startsOn: {
    kind: "date",
    section: "progress",
    meaning: "Start date: a year, a month or a day.",
  },
  endsOn: { kind: "date", section: "progress", meaning: "Planned end date." },
  endedOn: { kind: "date", section: "progress", meaning: "Actual end date." },
  /** What the city said the project would reach, in its words. */
  targets: list(
    "text",
    { section: "progress", meaning: "What it is to reach, in the city's words." },
    {
      text: { kind: "text", max: 600, isTranslatable: true, meaning: "One target." },
      dueOn: { kind: "date", since: 4, meaning: "Due date." },
    },
  ),
  milestones: list(
    "title",
    { section: "progress", meaning: "Its milestones." },
    {
      title: { kind: "line", max: 300, isTranslatable: true, meaning: "What is to be done." },
      dueOn: { kind: "date", meaning: "Due date." },
      firstDueOn: {
        kind: "date",
        since: 4,
        meaning: "The due date that was named first, where it was another one.",
      },
      doneOn: { kind: "date", meaning: "The date on which it was done; null if it is not done." },
      droppedReason: {
        kind: "text",
        max: 600,
        isTranslatable: true,
        meaning: "Why it was given up; empty where it was not.",
      },
      note: { kind: "text", max: 600, isTranslatable: true, meaning: "A remark." },
      weight: {
        kind: "number",
        min: 1,
        max: 100,
        isRequired: true,
        meaning: "Its weight compared with the other milestones.",
      },
      lastReportedOn: {
        kind: "date",
        since: 4,
        meaning: "The date of the last document or report that tells of it; null if not said.",
      },
    },
  ),
  /** What happened to the project. Events are shown, and never counted as kept, late or missed. */
  events: list(
    "text",
    { section: "progress", since: 4, meaning: "What happened, by date. No promise." },
    {
      on: { kind: "date", meaning: "When it happened." },
      text: { kind: "text", max: 600, isTranslatable: true, meaning: "What happened." },
      source: { kind: "address", meaning: "Where it is read (address)." },
    },
  ),
  indicators: list(
    "name",
    { section: "indicators", meaning: "What is measured of it." },
    {
      name: { kind: "line", max: 200, isTranslatable: true, meaning: "What is measured." },
      unit: {
        kind: "line",
        max: 80,
        isTranslatable: true,
        meaning: "The unit of baseline, target and readings.",
      },
      direction: {
        kind: "choice",
        words: "direction",
        options: directions,
        nullable: false,
        preset: "increase",
        since: 2,
        meaning: "Which way it is to go.",
      },
      baseline: {
        kind: "number",
        since: 2,
        meaning: "The value at the start.",
        unit: "unit of the indicator",
      },
      baselineOn: { kind: "date", since: 2, meaning: "The date of the baseline." },
      target: { kind: "number", meaning: "The target value.", unit: "unit of the indicator" },
      targetOn: { kind: "date", since: 2, meaning: "Due date." },
      outcome: {
        kind: "framework",
        options: "outcomes",
        nullable: true,
        since: 2,
        meaning: "Slug of the outcome it measures.",
      },
      readings: readings(
        "value",
        { meaning: "What was measured, and when." },
        {
          on: { kind: "date", meaning: "The date of the measurement." },
          /**
           * The value is null while it is being written: a draft may be incomplete, a submission may not
           * (readiness.ts).
           */
          value: { kind: "number", meaning: "What was measured.", unit: "unit of the indicator" },
          note: { kind: "text", max: 600, since: 2, meaning: "A remark." },
          source: { kind: "address", meaning: "Where it is read (address)." },
        },
        { max: 200 },
      ),
    },
  ),
  /** Exact decimals in their own currency, and the number of its units for one US dollar on a day. */
  budget: list(
    "amount",
    { section: "money", since: 2, meaning: "Money, line by line." },
    {
      kind: {
        kind: "choice",
        words: "budgetKind",
        options: budgetKinds,
        nullable: false,
        preset: "planned",
        meaning: "Planned, committed or spent.",
      },
      amount: {
        kind: "decimal",
        meaning: "An exact decimal as text.",
        unit: "currency of the line",
      },
      currency: {
        kind: "choice",
        words: "currency",
        options: currencies,
        nullable: true,
        meaning: "ISO 4217.",
      },
      year: { kind: "year", meaning: "The year it is for." },
      funder: { kind: "line", max: 200, isTranslatable: true, meaning: "Who pays." },
      perDollar: {
        kind: "decimal",
        meaning: "What one US dollar cost on the day of perDollarOn.",
        unit: "currency of the line per USD",
      },
      perDollarOn: { kind: "date", meaning: "The day of that rate." },
      note: { kind: "text", max: 600, isTranslatable: true, meaning: "A remark." },
    },
  ),
  partners: list(
    "name",
    { section: "people", meaning: "Who helps." },
    {
      name: { kind: "line", max: 300, isTranslatable: true, meaning: "Who helps." },
      kind: {
        kind: "choice",
        words: "partnerKind",
        options: organisationKinds,
        nullable: true,
        since: 2,
        meaning: "What they are.",
      },
      role: { kind: "line", max: 200, isTranslatable: true, meaning: "What they do." },
    },
  ),
  supportNeeded: list(
    "text",
    { section: "people", meaning: "What it asks of partners." },
    {
      kind: {
        kind: "choice",
        words: "supportKind",
        options: supportKinds,
        nullable: false,
        meaning: "Which kind of support.",
      },
      text: { kind: "text", max: 600, isTranslatable: true, meaning: "What is asked." },
      isMet: { kind: "yes_no", meaning: "Whether it was found." },
      metBy: { kind: "line", max: 300, isTranslatable: true, since: 2, meaning: "Who gives it." },
    },
  ),
  challenges: list(
    "text",
    { section: "progress", meaning: "What went wrong." },
    { text: { kind: "text", max: 1000, isTranslatable: true, meaning: "One challenge." } },
  ),
  funding: list(
    "text",
    { section: "money", meaning: "Funding as stated in a source, in words." },
    {
      text: {
        kind: "text",
        max: 600,
        isTranslatable: true,
        meaning: "Who pays how much, in the city's words.",
      },
      source: { kind: "address", meaning: "Where it is read (address)." },
    },
  ),
  /** The office that is responsible, and the e-mail address of that office's role, never of a private person. */
  responsibleOffice: {
    kind: "line",
    max: 200,
    section: "people",
    isTranslatable: true,
    since: 2,
    meaning: "The office that is responsible for it.",
  },
  responsibleAddress: {
    kind: "role_address",
    section: "people",
    since: 2,
    meaning: "The email address of that office.",
  },
  /** Projects of this or another city. Most are selected; the title is for those that cannot be selected. */
  relatedProjects: list(
    "title",
    { section: "related", since: 2, meaning: "Its relations to other projects." },
    {
      relation: {
        kind: "choice",
        words: "relation",
        options: relations,
        nullable: false,
        preset: "related",
        meaning: "Read: this project … that one.",
      },
      project: { kind: "project", meaning: "Id of a project here; it may not be public." },
      title: { kind: "line", max: 300, meaning: "Its title, where it has no id here." },
      note: { kind: "line", max: 300, isTranslatable: true, meaning: "A remark." },
    },
    { noun: "project" },
  ),
  locations: list(
    "label",
    { section: "places", since: 2, meaning: "Where it is." },
    {
      label: { kind: "line", max: 200, isTranslatable: true, meaning: "What is there." },
      latitude: {
        kind: "number",
        min: -90,
        max: 90,
        meaning: "Latitude.",
        unit: "degrees, WGS 84",
      },
      longitude: {
        kind: "number",
        min: -180,
        max: 180,
        meaning: "Longitude.",
        unit: "degrees, WGS 84",
      },
    },
  ),
  /** A link, a file (lib/queries/record/files.ts), or both. */
  evidence: list(
    "text",
    { section: "sources", meaning: "What proves a claim." },
    {
      text: { kind: "text", max: 600, isTranslatable: true, meaning: "What it shows." },
      source: { kind: "address", meaning: "Where it is read (address)." },
      file: { kind: "file", since: 2, meaning: "Id of one of `files`." },
      claim: {
        kind: "choice",
        words: "claim",
        options: claims,
        nullable: false,
        preset: "project",
        since: 2,
        meaning: "What it proves.",
      },
      claimOf: {
        kind: "claim_of",
        since: 2,
        meaning: "Id of the milestone, reading or budget line it proves.",
      },
      on: { kind: "date", since: 2, meaning: "Its date." },
      credit: { kind: "line", max: 200, since: 2, meaning: "Whose it is." },
      alternativeText: {
        kind: "line",
        max: 300,
        isTranslatable: true,
        since: 2,
        meaning: "What a picture shows.",
      },
    },
  ),
  sources: list(
    "title",
    { section: "sources", meaning: "What the edition was written from." },
    {
      title: { kind: "line", max: 300, meaning: "What it is." },
      address: { kind: "address", meaning: "Where it is (address)." },
    },
  ),
  dataNote: {
    kind: "text",
    max: 1000,
    section: "sources",
    isTranslatable: true,
    meaning: "What a reader of these data should know.",
  },
  closing: {
    kind: "choice",
    words: "closing",
    options: closings,
    nullable: true,
    section: "closing",
    meaning: "What became of a project that is no longer pursued as it was; null while it is.",
  },
  closingReason: {
    kind: "text",
    max: 1000,
    section: "closing",
    isTranslatable: true,
    meaning: "Why.",
  },
  /** The project that continues this one, by title or address. */
  closingSuccessor: {
    kind: "line",
    max: 300,
    section: "closing",
    meaning: "The project in which it continues, by title or address.",
  },
  translations,
} as const satisfies Catalogue;

export type ProjectFields = ValuesOf<typeof projectCatalogue>;

/** Returns a project that has only a title. */
export function emptyProject(title: string): ProjectFields {
  return { ...emptyRecord(projectCatalogue), title };
}

/**
 * Returns the next milestone: of those that are neither done nor dropped, the one that is due first. Of equal dates the
 * first in the list counts, and those without a date come last. Undefined when none is open.
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

/**
 * Returns true when the project counts in totals: projects that are no longer listed, withdrawn, merged or replaced do
 * not.
 */
export function isListed(project: Pick<ProjectFields, "closing">): boolean {
  return project.closing === null || project.closing === "completed";
}
