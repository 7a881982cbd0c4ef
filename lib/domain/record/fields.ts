import type { Messages } from "@/lib/domain/language/messages";
import { localLanguages } from "@/lib/domain/record/local-parts";
import { figureKinds, type PlanFields, targetResults } from "@/lib/domain/record/plan";
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
} from "@/lib/domain/record/project";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { currencies } from "@/lib/domain/values/currency";

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
  | { kind: "readings"; list: ListOf<"readings"> }
  /** `words` is the key of messages `choices` that names the options. */
  | {
      kind: "choice";
      words: keyof Messages["choices"];
      options: readonly string[];
      nullable: boolean;
      /** What a new item says, where one of the options is said most often and is no claim. */
      preset?: string;
    }
  | { kind: "framework"; options: FrameworkOptions; nullable: boolean };

/** Every field that a draft of some kind has; messages `fields` name each. */
export type FieldName = (keyof ProjectFields | keyof PlanFields | "internalNotes") & string;

/** The parts of an entry of each list that `F` holds. */
type PartsIn<F> = {
  [N in keyof F as F[N] extends { id: string }[] ? N : never]: F[N] extends (infer I)[]
    ? Exclude<keyof I & string, "id">
    : never;
};
type Parts = [
  PartsIn<ProjectFields>,
  PartsIn<PlanFields>,
  PartsIn<ProjectFields["indicators"][number]>,
][number];

/** Every list: a field, or the readings of an indicator. */
export type ListName = Parts extends infer P ? (P extends P ? keyof P & string : never) : never;

/** What an entry of a list consists of; two kinds of record have lists of one name. */
export type PartOf<N extends ListName> = Parts extends infer P
  ? P extends { [M in N]: infer Part extends string }
    ? Part
    : never
  : never;

/** Every part of every list: "milestones.dueOn". Messages `fields.items` name each. */
export type PartPath = { [N in ListName]: `${N}.${PartOf<N>}` }[ListName];

/** One value, of a field or of a part of an entry. */
export type NamedValue = { name: string } & ValueSpec;

/** One part of an entry. Its path is its place in messages. */
export type ItemFieldSpec = NamedValue & { path: PartPath };

type ListOf<N extends ListName> = {
  name: N;
  kind: "list";
  item: ItemFieldSpec[];
  /** The item's field that names it in a sentence. */
  namedBy: string;
  /** What an entry is called that does not say its name yet. */
  noun: PartPath;
  /** Whether the order says something: the first focus area leads. */
  isOrdered: boolean;
};

/** A list, with the parts of its entries. */
export type ListSpec = { [N in ListName]: ListOf<N> }[ListName];

/** One field of a record: forms, differences and readiness go by these. */
export type FieldSpec = ({ name: FieldName } & ValueSpec) | Extract<ListSpec, { name: FieldName }>;

type Named<F> = FieldSpec & { name: keyof F & string };

/** The values of an indicator. */
export const readingSpec = list("readings", "value", { isOrdered: false }, [
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
  // Most related projects are chosen; the title is for those that cannot be.
  list("relatedProjects", "title", { isOrdered: false, noun: "project" }, [
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

function list<N extends ListName>(
  name: N,
  namedBy: PartOf<N>,
  { isOrdered, noun = namedBy }: { isOrdered: boolean; noun?: PartOf<N> },
  item: ({ name: PartOf<N> } & ValueSpec)[],
): ListOf<N> {
  // A part of this very list, by its type.
  const pathOf = (part: PartOf<N>) => `${name}.${part}` as PartPath;
  return {
    name,
    kind: "list",
    namedBy,
    noun: pathOf(noun),
    isOrdered,
    item: item.map((spec): ItemFieldSpec => ({ ...spec, path: pathOf(spec.name) })),
  };
}
