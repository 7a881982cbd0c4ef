import { currencies } from "@/lib/domain/currency";
import { localLanguages } from "@/lib/domain/local-parts";
import { figureKinds, type PlanFields, targetResults } from "@/lib/domain/plan";
import {
  budgetKinds,
  claims,
  closings,
  directions,
  languages,
  type ProjectFields,
  partnerKinds,
  relations,
  schedules,
  stages,
  supportKinds,
} from "@/lib/domain/project";
import type { RecordKind } from "@/lib/domain/record";

/** Where the options of a choice come from when the plan's framework names them. */
export type FrameworkOptions = "focusAreas" | "projectTypes" | "outcomes";

/** How one value is typed, compared and shown. */
type ValueSpec =
  | {
      kind:
        | "line"
        | "text"
        | "markdown"
        | "date"
        | "number"
        | "year"
        | "decimal"
        | "yes_no"
        | "address";
    }
  /** The e-mail address of a role; a project by its record's id; a file by its id; what evidence is of, by its id. */
  | { kind: "role_address" | "project" | "file" | "claim_of" }
  /** Of which part of the record a text is, by its path; the mark of the English that it was written for. */
  | { kind: "text_of" | "english_hash" }
  /** The one list within the items of another. */
  | { kind: "readings"; list: ListSpec }
  /** `words` is the key of messages `choices` that names the options. */
  | {
      kind: "choice";
      words: string;
      options: readonly string[];
      nullable: boolean;
      /** What a new item says, where one of the options is said most often and is no claim. */
      preset?: string;
    }
  | { kind: "framework"; options: FrameworkOptions; nullable: boolean };

export type ItemFieldSpec = { name: string } & ValueSpec;

/** One field of a record: forms, differences and readiness go by these. */
export type FieldSpec = { name: string } & (
  | ValueSpec
  | {
      kind: "list";
      item: ItemFieldSpec[];
      /** The item's field that names it in a sentence. */
      namedBy: string;
      /** Whether the order says something: the first focus area leads. */
      isOrdered: boolean;
    }
);

export type ListSpec = Extract<FieldSpec, { kind: "list" }>;

type Named<F> = FieldSpec & { name: keyof F & string };

/** The values of an indicator. */
export const readingSpec: ListSpec = list("readings", "value", { isOrdered: false }, [
  { name: "on", kind: "date" },
  { name: "value", kind: "number" },
  { name: "note", kind: "text" },
  { name: "source", kind: "address" },
]);

/** The texts of a record in local languages (translation.ts). */
const translationsSpec = list("translations", "of", { isOrdered: false }, [
  { name: "of", kind: "text_of" },
  {
    name: "language",
    kind: "choice",
    words: "language",
    options: localLanguages,
    nullable: false,
  },
  { name: "text", kind: "text" },
  { name: "englishHash", kind: "english_hash" },
]);

const projectSpecs: Named<ProjectFields>[] = [
  { name: "title", kind: "line" },
  { name: "localTitle", kind: "line" },
  {
    name: "localTitleLanguage",
    kind: "choice",
    words: "language",
    options: languages,
    nullable: true,
  },
  { name: "summary", kind: "text" },
  { name: "description", kind: "markdown" },
  list("focusAreas", "focusArea", { isOrdered: true }, [
    { name: "focusArea", kind: "framework", options: "focusAreas", nullable: false },
    { name: "projectType", kind: "framework", options: "projectTypes", nullable: true },
    { name: "ownLabel", kind: "line" },
  ]),
  list("contributions", "outcome", { isOrdered: false }, [
    { name: "outcome", kind: "framework", options: "outcomes", nullable: false },
    { name: "how", kind: "text" },
  ]),
  { name: "stage", kind: "choice", words: "stage", options: stages, nullable: false },
  { name: "schedule", kind: "choice", words: "schedule", options: schedules, nullable: true },
  { name: "scheduleReason", kind: "text" },
  { name: "startsOn", kind: "date" },
  { name: "endsOn", kind: "date" },
  { name: "endedOn", kind: "date" },
  list("targets", "text", { isOrdered: false }, [{ name: "text", kind: "text" }]),
  list("milestones", "title", { isOrdered: false }, [
    { name: "title", kind: "line" },
    { name: "dueOn", kind: "date" },
    { name: "doneOn", kind: "date" },
    { name: "droppedReason", kind: "text" },
    { name: "note", kind: "text" },
    { name: "weight", kind: "number" },
  ]),
  list("indicators", "name", { isOrdered: false }, [
    { name: "name", kind: "line" },
    { name: "unit", kind: "line" },
    {
      name: "direction",
      kind: "choice",
      words: "direction",
      options: directions,
      nullable: false,
      preset: "increase",
    },
    { name: "baseline", kind: "number" },
    { name: "baselineOn", kind: "date" },
    { name: "target", kind: "number" },
    { name: "targetOn", kind: "date" },
    { name: "outcome", kind: "framework", options: "outcomes", nullable: true },
    { name: "readings", kind: "readings", list: readingSpec },
  ]),
  list("budget", "amount", { isOrdered: false }, [
    {
      name: "kind",
      kind: "choice",
      words: "budgetKind",
      options: budgetKinds,
      nullable: false,
      preset: "planned",
    },
    { name: "amount", kind: "decimal" },
    { name: "currency", kind: "choice", words: "currency", options: currencies, nullable: true },
    { name: "year", kind: "year" },
    { name: "funder", kind: "line" },
    { name: "perDollar", kind: "decimal" },
    { name: "perDollarOn", kind: "date" },
    { name: "note", kind: "text" },
  ]),
  list("partners", "name", { isOrdered: false }, [
    { name: "name", kind: "line" },
    { name: "kind", kind: "choice", words: "partnerKind", options: partnerKinds, nullable: true },
    { name: "role", kind: "line" },
  ]),
  list("supportNeeded", "text", { isOrdered: false }, [
    { name: "kind", kind: "choice", words: "supportKind", options: supportKinds, nullable: false },
    { name: "text", kind: "text" },
    { name: "isMet", kind: "yes_no" },
    { name: "metBy", kind: "line" },
  ]),
  list("challenges", "text", { isOrdered: false }, [{ name: "text", kind: "text" }]),
  list("funding", "text", { isOrdered: false }, [
    { name: "text", kind: "text" },
    { name: "source", kind: "address" },
  ]),
  { name: "responsibleOffice", kind: "line" },
  { name: "responsibleAddress", kind: "role_address" },
  list("relatedProjects", "title", { isOrdered: false }, [
    {
      name: "relation",
      kind: "choice",
      words: "relation",
      options: relations,
      nullable: false,
      preset: "related",
    },
    { name: "project", kind: "project" },
    { name: "title", kind: "line" },
    { name: "note", kind: "line" },
  ]),
  list("locations", "label", { isOrdered: false }, [
    { name: "label", kind: "line" },
    { name: "latitude", kind: "number" },
    { name: "longitude", kind: "number" },
  ]),
  list("evidence", "text", { isOrdered: false }, [
    { name: "text", kind: "text" },
    { name: "source", kind: "address" },
    { name: "file", kind: "file" },
    {
      name: "claim",
      kind: "choice",
      words: "claim",
      options: claims,
      nullable: false,
      preset: "project",
    },
    { name: "claimOf", kind: "claim_of" },
    { name: "on", kind: "date" },
    { name: "credit", kind: "line" },
    { name: "alternativeText", kind: "line" },
  ]),
  list("sources", "title", { isOrdered: false }, [
    { name: "title", kind: "line" },
    { name: "address", kind: "address" },
  ]),
  { name: "dataNote", kind: "text" },
  { name: "closing", kind: "choice", words: "closing", options: closings, nullable: true },
  { name: "closingReason", kind: "text" },
  { name: "closingSuccessor", kind: "line" },
  translationsSpec,
];

const planSpecs: Named<PlanFields>[] = [
  { name: "vision", kind: "text" },
  list("focusAreas", "focusArea", { isOrdered: true }, [
    { name: "focusArea", kind: "framework", options: "focusAreas", nullable: false },
    { name: "ownLabel", kind: "line" },
  ]),
  list("strategicTargets", "text", { isOrdered: false }, [
    { name: "text", kind: "text" },
    { name: "measure", kind: "line" },
    { name: "unit", kind: "line" },
    { name: "baseline", kind: "number" },
    { name: "value", kind: "number" },
    { name: "dueOn", kind: "date" },
    {
      name: "result",
      kind: "choice",
      words: "targetResult",
      options: targetResults,
      nullable: true,
    },
    { name: "resultOn", kind: "date" },
    { name: "resultNote", kind: "text" },
  ]),
  list("figures", "kind", { isOrdered: false }, [
    {
      name: "kind",
      kind: "choice",
      words: "figureKind",
      options: figureKinds,
      nullable: false,
      preset: "population",
    },
    { name: "value", kind: "number" },
    { name: "on", kind: "date" },
    { name: "boundaryNote", kind: "line" },
    { name: "source", kind: "address" },
  ]),
  list("sources", "title", { isOrdered: false }, [
    { name: "title", kind: "line" },
    { name: "address", kind: "address" },
  ]),
  translationsSpec,
];

/** The fields of each kind of record, in the order in which people read them. */
export const fieldSpecs: Record<RecordKind, FieldSpec[]> = {
  plan: planSpecs,
  project: projectSpecs,
};

/** For the city alone, beside the fields that are published. */
export const internalNotesSpec: FieldSpec = { name: "internalNotes", kind: "text" };

/** Every field of a draft, as people read them: those of the record, and the city's own notes behind them. */
export function draftSpecs(kind: RecordKind): FieldSpec[] {
  return [...fieldSpecs[kind], internalNotesSpec];
}

/** The spec of a field by name; throws for a name that no record of the kind has. */
export function getFieldSpec(kind: RecordKind, name: string): FieldSpec {
  const spec = fieldSpecs[kind].find((candidate) => candidate.name === name);
  if (!spec) throw new Error(`A ${kind} has no field ${name}`);
  return spec;
}

function list<N extends string>(
  name: N,
  namedBy: string,
  { isOrdered }: { isOrdered: boolean },
  item: ItemFieldSpec[],
) {
  return { name, kind: "list" as const, namedBy, isOrdered, item };
}
