import type { Messages } from "@/lib/domain/language/messages";
import { emptyValue } from "@/lib/domain/record/empty";

/** The terms of the plan's framework that are the options of a choice. */
export type FrameworkOptions = "focusAreas" | "projectTypes" | "outcomes";

/** The headings of a record's form. */
export type SectionName = Exclude<keyof Messages["office"]["record"]["sections"], "notes">;

/** The kind of one value: how it is typed, compared, shown and parsed. */
type Kind =
  | { kind: "line" | "text" | "markdown"; max: number; isTranslatable?: true }
  | { kind: "date" | "decimal" | "year" | "yes_no" | "address" }
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
  /** A required number is a whole number. */
  | { kind: "number"; min?: number; max?: number; isRequired?: true }
  /**
   * `words` is the key of the messages `choices` with the labels of the options. `preset` is the option of a new item;
   * it makes no claim.
   */
  | {
      kind: "choice";
      words: keyof Messages["choices"];
      options: readonly string[];
      nullable: boolean;
      preset?: string;
    }
  | { kind: "framework"; options: FrameworkOptions; nullable: boolean };

/** The facts about every value beside its kind. */
type About = {
  /** The meaning, as open data describes it; for numbers also the unit. */
  meaning: string;
  unit?: string;
  /** The schema version that added the field, unless that was the first. In older content the field is empty. */
  since?: 2 | 3 | 4;
};

export type PartEntry = (Kind & About) | (List<"readings"> & About);

type List<K extends "list" | "readings"> = {
  kind: K;
  parts: Readonly<Record<string, PartEntry>>;
  /** The part that names an entry in a sentence, and the name of an entry without one. */
  namedBy: string;
  noun: string;
  /** True when the order has a meaning: the first focus area is the main one. */
  isOrdered: boolean;
  /** The maximum number of entries. */
  max: number;
};

export type FieldEntry = ((Kind | List<"list">) & About) & { section: SectionName };

/** The fields of a kind of record, in the order in which people read them. */
export type Catalogue = Readonly<Record<string, FieldEntry>>;

/** The value of a field or a part in a draft. */
export type ValueOf<E> = E extends { parts: infer P }
  ? EntryOf<P>[]
  : E extends { kind: "choice"; options: readonly (infer O)[]; nullable: infer N }
    ? O | (N extends true ? null : never)
    : E extends { kind: "framework"; nullable: infer N }
      ? string | (N extends true ? null : never)
      : E extends { kind: "number"; isRequired: true }
        ? number
        : E extends { kind: "number" | "year" }
          ? number | null
          : E extends {
                kind:
                  | "date"
                  | "decimal"
                  | "project"
                  | "file"
                  | "claim_of"
                  | "indicator_of"
                  | "milestone_of";
              }
            ? string | null
            : E extends { kind: "yes_no" }
              ? boolean
              : string;

type EntryOf<P> = ValuesOf<{ id: { kind: "line" } } & P>;

/** The fields of a record in a draft. */
export type ValuesOf<C> = { -readonly [N in keyof C]: ValueOf<C[N]> };

/** Declares a list with the parts of its entries, of which one names the entry. */
export function list<
  const P extends Readonly<Record<string, PartEntry>>,
  const A extends About & { section: SectionName },
>(
  namedBy: keyof P & string,
  about: A,
  parts: P,
  more: { noun?: keyof P & string; isOrdered?: boolean; max?: number } = {},
) {
  return { ...listOf("list", namedBy, parts, more), ...about };
}

/** Declares the only list within the entries of another one: the measured values of an indicator. */
export function readings<const P extends Readonly<Record<string, PartEntry>>>(
  namedBy: keyof P & string,
  about: About,
  parts: P,
  more: { max?: number } = {},
) {
  return { ...listOf("readings", namedBy, parts, more), ...about };
}

function listOf<const K extends "list" | "readings", P>(
  kind: K,
  namedBy: string,
  parts: P,
  {
    noun = namedBy,
    isOrdered = false,
    max = 100,
  }: { noun?: string; isOrdered?: boolean; max?: number },
) {
  return { kind, namedBy, noun, parts, isOrdered, max };
}

/** Returns an empty record. */
export function emptyRecord<C extends Catalogue>(catalogue: C): ValuesOf<C> {
  const empty = Object.entries(catalogue).map(([name, entry]) => [name, emptyValue(entry)]);
  // Each value is of the kind of its own entry.
  return Object.fromEntries(empty) as ValuesOf<C>;
}
