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

/** The kind of one value: how it is typed, compared and shown. */
type ValueSpec =
  | {
      kind: "line" | "text" | "markdown" | "date" | "year" | "decimal" | "yes_no" | "address";
    }
  /** One that is required starts with its smallest value. */
  | { kind: "number"; min?: number; max?: number; isRequired?: true }
  /**
   * The e-mail address of a role; a project by its record's id; a file by its id; the subject of evidence by its id.
   */
  | { kind: "role_address" | "project" | "file" | "claim_of" }
  /** The id of an indicator or a milestone of a project of the same city. */
  | { kind: "indicator_of" | "milestone_of" }
  /**
   * The path of the part of the record that a text translates; the hash of the English text that it was written for.
   */
  | { kind: "text_of" | "english_hash" }
  /** The only list within the items of another one. */
  | { kind: "readings"; list: ListOf<"readings"> }
  /** `words` is the key of the messages `choices` with the labels of the options. */
  | {
      kind: "choice";
      words: keyof Messages["choices"];
      options: readonly string[];
      nullable: boolean;
      /** The value of a new item, when one option is the usual one and makes no claim. */
      preset?: string;
    }
  | { kind: "framework"; options: FrameworkOptions; nullable: boolean };

/** The name of every field of a draft. The messages `fields` have a label for each. */
export type FieldName = (keyof ProjectFields | keyof PlanFields | "internalNotes") & string;

/** The parts of an entry of each list in `F`. */
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

/** The name of every list: a field, or the readings of an indicator. */
type ListName = Parts extends infer P ? (P extends P ? keyof P & string : never) : never;

/** The parts of an entry of a list. Two kinds of record have lists with the same name. */
type PartOf<N extends ListName> = Parts extends infer P
  ? P extends { [M in N]: infer Part extends string }
    ? Part
    : never
  : never;

/** The path of every part of every list: "milestones.dueOn". The messages `fields.items` have a label for each. */
export type PartPath = { [N in ListName]: `${N}.${PartOf<N>}` }[ListName];

/** The spec of one value: of a field or of a part of an entry. */
export type NamedValue = { name: string } & ValueSpec;

/** The spec of one part of an entry. Its path is the key of its label in messages. */
export type ItemFieldSpec = NamedValue & { path: PartPath };

type ListOf<N extends ListName> = {
  name: N;
  kind: "list";
  item: ItemFieldSpec[];
  /** The part of the item that names it in a sentence. */
  namedBy: string;
  /** The name of an entry that has no name of its own yet. */
  noun: PartPath;
  /** True when the order has a meaning: the first focus area is the main one. */
  isOrdered: boolean;
};

/** The spec of a list, with the parts of its entries. */
export type ListSpec = { [N in ListName]: ListOf<N> }[ListName];

/** The spec of one field of a record. Forms, differences and readiness use it. */
export type FieldSpec = ({ name: FieldName } & ValueSpec) | Extract<ListSpec, { name: FieldName }>;

/** The spec of the measured values of an indicator. */
export const readingSpec = readingsOf(projectCatalogue.indicators.parts.readings);

/** The fields of each kind of record, in the order in which people read them. */
export const fieldSpecs: Record<RecordKind, FieldSpec[]> = {
  plan: specsOf(planCatalogue),
  project: specsOf(projectCatalogue),
};

/** The notes for the city alone, beside the fields that are published. */
export const internalNotesSpec: FieldSpec = { name: "internalNotes", kind: "text" };

/** Returns every field of a draft in reading order: those of the record, and then the city's own notes. */
export function draftSpecs(kind: RecordKind): FieldSpec[] {
  return [...fieldSpecs[kind], internalNotesSpec];
}

/** Returns the spec of a field by name; throws for a name that no record of the kind has. */
export function getFieldSpec(kind: RecordKind, name: string): FieldSpec {
  const spec = fieldSpecs[kind].find((candidate) => candidate.name === name);
  if (!spec) throw new Error(`A ${kind} has no field ${name}`);
  return spec;
}

function specsOf(catalogue: Catalogue): FieldSpec[] {
  // The catalogue has only names of the type.
  return Object.entries(catalogue).map(([name, entry]) => specOf(name, entry) as FieldSpec);
}

/** Returns what a form, a difference or a sheet needs of a field, without its description for open data. */
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
  // By the catalogue this is a part of the same list.
  const pathOf = (part: string) => `${list}.${part}` as PartPath;
  const item = Object.entries(parts).map(
    ([name, part]) => ({ ...specOf(name, part), path: pathOf(name) }) as ItemFieldSpec,
  );
  return { namedBy, noun: pathOf(noun), isOrdered, item };
}
