import { CellNames, type Named } from "@/lib/domain/cell-names";
import type { ItemFieldSpec } from "@/lib/domain/fields";
import type { Item } from "@/lib/domain/item";
import { choiceWord, type SheetWords } from "@/lib/domain/sheet-words";

/** What the records of a plan may name in cells: projects, and the files that were brought to each of them. */
export type PlanNames = { projects: CellNames; files: Map<string, Named[]> };

/** What the cells of one record may name, by the kind of their field. */
export type RecordNames = Record<NamedKind, CellNames>;

/** The kinds of fields whose cells say a name where the record holds an id. */
export type NamedKind = "project" | "file" | "claim_of";

/** Whether a field is of these kinds. */
export function isNamed(spec: ItemFieldSpec): spec is ItemFieldSpec & { kind: NamedKind } {
  return spec.kind === "project" || spec.kind === "file" || spec.kind === "claim_of";
}

/** The names of one record; `then` are its fields as they were when the sheet was made. Made when they are asked for. */
export function namesWithin(
  { projects, files }: PlanNames,
  { id, fields }: { id: string; fields: Record<string, unknown> },
  then: Record<string, unknown> | null,
  words: SheetWords,
): RecordNames {
  return {
    project: projects,
    get file() {
      return new CellNames(files.get(id) ?? []);
    },
    get claim_of() {
      return new CellNames(claimsIn(fields, words), then === null ? [] : claimsIn(then, words));
    },
  };
}

/** What evidence may be of in a record, each called by what it is: "Milestone: Launch". */
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
