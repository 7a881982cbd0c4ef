import type { Messages } from "@/lib/domain/language/messages";
import type {
  Catalogue,
  FieldEntry,
  FrameworkOptions,
  PartEntry,
} from "@/lib/domain/record/catalogue";
import { type PlanFields, planCatalogue } from "@/lib/domain/record/plan";
import { type ProjectFields, projectCatalogue } from "@/lib/domain/record/project";
import type { RecordKind } from "@/lib/domain/record/record-kind";

/** How one value is typed, compared and shown. */
type ValueSpec =
  | {
      kind: "line" | "text" | "markdown" | "date" | "year" | "decimal" | "yes_no" | "address";
    }
  /** One that is required begins with its least. */
  | { kind: "number"; min?: number; max?: number; isRequired?: true }
  /** The e-mail address of a role; a project by its record's id; a file by its id; what evidence is of, by its id. */
  | { kind: "role_address" | "project" | "file" | "claim_of" }
  /** Of a project of the same city, by its id. */
  | { kind: "indicator_of" | "milestone_of" }
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
type ListName = Parts extends infer P ? (P extends P ? keyof P & string : never) : never;

/** What an entry of a list consists of; two kinds of record have lists of one name. */
type PartOf<N extends ListName> = Parts extends infer P
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

/** The values of an indicator. */
export const readingSpec = readingsOf(projectCatalogue.indicators.parts.readings);

/** The fields of each kind of record, in the order in which people read them. */
export const fieldSpecs: Record<RecordKind, FieldSpec[]> = {
  plan: specsOf(planCatalogue),
  project: specsOf(projectCatalogue),
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

function specsOf(catalogue: Catalogue): FieldSpec[] {
  // A field of its catalogue is one of the type.
  return Object.entries(catalogue).map(([name, entry]) => specOf(name, entry) as FieldSpec);
}

/** What a form, a difference or a sheet needs to know of a field; what open data says of it is left out. */
function specOf(name: string, entry: FieldEntry | PartEntry): NamedValue | Listed {
  switch (entry.kind) {
    case "list":
      return { name, kind: entry.kind, ...entriesOf(name, entry) };
    case "readings":
      return { name, kind: entry.kind, list: readingsOf(entry) };
    case "choice": {
      const { kind, words, options, nullable, preset } = entry;
      return { name, kind, words, options, nullable, ...(preset !== undefined && { preset }) };
    }
    case "number":
      return {
        name,
        kind: entry.kind,
        ...(entry.max !== undefined && { max: entry.max }),
        ...(entry.isRequired && { isRequired: entry.isRequired, min: entry.min ?? 0 }),
      };
    case "framework":
      return { name, kind: entry.kind, options: entry.options, nullable: entry.nullable };
    default:
      return { name, kind: entry.kind };
  }
}

type Listed = { name: string; kind: "list" } & Omit<ListOf<ListName>, "name">;

type Entries = Extract<PartEntry | FieldEntry, { parts: unknown }>;

function readingsOf(entry: Entries): ListOf<"readings"> {
  return { name: "readings", kind: "list", ...entriesOf("readings", entry) };
}

function entriesOf(
  list: string,
  { parts, namedBy, noun, isOrdered }: Entries,
): Pick<ListOf<ListName>, "namedBy" | "noun" | "isOrdered" | "item"> {
  // A part of this very list, by the catalogue.
  const pathOf = (part: string) => `${list}.${part}` as PartPath;
  const item = Object.entries(parts).map(
    ([name, part]) => ({ ...specOf(name, part), path: pathOf(name) }) as ItemFieldSpec,
  );
  return { namedBy, noun: pathOf(noun), isOrdered, item };
}
