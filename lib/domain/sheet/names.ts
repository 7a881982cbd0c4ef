import type { Answers } from "@/lib/domain/record/answers";
import type { NamedValue } from "@/lib/domain/record/fields";
import { englishTexts } from "@/lib/domain/record/local-parts";
import type { RecordFields } from "@/lib/domain/record/record";
import { CellNames, type Named } from "@/lib/domain/sheet/cell-names";
import { choiceWord, type SheetWords } from "@/lib/domain/sheet/words";
import type { Item } from "@/lib/domain/values/item";

/** The names that cells of a plan can use: its projects, and the files of each of them. */
export type PlanNames = {
  projects: CellNames;
  files: Map<string, Named[]>;
  /** The indicators and milestones that may answer a target of the plan. */
  answers: Record<keyof Answers, CellNames>;
};

/** The names that cells of one record can use, by the kind of their field. */
export type RecordNames = Record<NamedKind, CellNames>;

/** The kinds of fields whose cells hold a name where the record holds an id. */
export type NamedKind = (typeof namedKinds)[number];

const namedKinds = [
  "project",
  "file",
  "claim_of",
  "text_of",
  "indicator_of",
  "milestone_of",
] as const;

/** Returns true when a field is of one of these kinds. */
export function isNamed(spec: NamedValue): spec is NamedValue & { kind: NamedKind } {
  return (namedKinds as readonly string[]).includes(spec.kind);
}

/** Returns the names within one record; `then` are its fields at the export. Each set is made when it is first used. */
export function namesWithin(
  { projects, files, answers }: PlanNames,
  { id, fields }: { id: string; fields: Record<string, unknown> },
  then: Record<string, unknown> | null,
  words: SheetWords,
): RecordNames {
  let texts: CellNames | null = null;
  return {
    ...answers,
    project: projects,
    get file() {
      return new CellNames(files.get(id) ?? []);
    },
    get claim_of() {
      return new CellNames(claimsIn(fields, words), then === null ? [] : claimsIn(then, words));
    },
    // The names are computed once, because each row of the sheet uses them.
    get text_of() {
      texts ??= new CellNames(textsIn(fields, words), then === null ? [] : textsIn(then, words));
      return texts;
    },
  };
}

const maxTextChars = 200;

/** Returns the texts of a record that can be translated: "Milestones 2, Milestone: Launch". */
function textsIn(fields: Record<string, unknown>, words: SheetWords): Named[] {
  // The fields of a draft, with defaults for what its schema version lacks.
  return englishTexts(fields as RecordFields).map(({ of, field, item, part, english }) => {
    const place = item && (fields[field] as Item[]).findIndex(({ id }) => id === item.id) + 1;
    const partName = part && words.fields.items[field]?.[part];
    const what = item
      ? `${words.fields[field]} ${place}, ${partName}`
      : String(words.fields[field]);
    const text = english.replaceAll(/\s+/gu, " ");
    const shown = text.length > maxTextChars ? `${text.slice(0, maxTextChars)}…` : text;
    return { id: of, name: `${what}: ${shown}` };
  });
}

/** Returns what evidence in a record can support, each with its name: "Milestone: Launch". */
function claimsIn(fields: Record<string, unknown>, words: SheetWords): Named[] {
  const list = (of: Record<string, unknown>, name: string) => (of[name] ?? []) as Item[];
  const called = (what: string, { id }: Item, parts: unknown[]): Named => ({
    id,
    name: `${words.sheets.claims[what] ?? what}: ${joined(parts, " · ")}`,
  });
  return [
    ...list(fields, "milestones").map((item) => called("milestone", item, [item["title"]])),
    ...list(fields, "indicators").flatMap((indicator) =>
      list(indicator, "readings").map((item) =>
        called("reading", item, [indicator["name"], item["on"], item["value"], indicator["unit"]]),
      ),
    ),
    ...list(fields, "budget").map((item) =>
      called("budget", item, [
        choiceWord(words, "budgetKind", String(item["kind"])),
        joined([item["amount"], item["currency"]], " "),
        item["year"],
        item["funder"],
      ]),
    ),
  ];
}

function joined(parts: unknown[], by: string) {
  return parts.filter((part) => part !== null && part !== undefined && part !== "").join(by);
}
