import { emptyValue } from "@/lib/domain/record/empty";
import type { NamedValue } from "@/lib/domain/record/fields";
import type { FrameworkTerms } from "@/lib/domain/record/framework";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { itemSpecsOf, listSpecOf } from "@/lib/domain/sheet/items";
import {
  type Layout,
  layoutName,
  layouts,
  termsOf,
  toSheetColumn,
} from "@/lib/domain/sheet/layout";
import { isNamed, namesWithin, type PlanNames, type RecordNames } from "@/lib/domain/sheet/names";
import type { Cell, Sheet } from "@/lib/domain/sheet/sheet";
import { choiceWord, type SheetWords, yesNoWord } from "@/lib/domain/sheet/words";
import type { Item } from "@/lib/domain/values/item";

/**
 * The language and framework with which the cells of a plan are written and read, the names that they can use, and what
 * words of the city's own mean (cell.ts).
 */
export type SheetContext = {
  words: SheetWords;
  terms: FrameworkTerms;
  names: PlanNames;
  /** Returns the organisation that a partner's name means in the plan's country; only an import needs it. */
  partnerOf?: (name: string) => string | null;
  meanings: ReadonlyMap<string, string>;
};

/** The same within one record. */
export type CellContext = Omit<SheetContext, "names"> & { names: RecordNames };

/** A record whose fields go into sheets. */
export type SheetRecord = { id: string; kind: RecordKind; fields: Record<string, unknown> };

/** The content of one row: its record, its item, and the values by name. */
export type RowSource = {
  record: SheetRecord;
  parent: Item | null;
  item: Item | null;
  values: Record<string, unknown>;
};

/** Returns all content of the records, one sheet for each kind of entry. */
export function toSheets(records: SheetRecord[], context: SheetContext): Sheet[] {
  const recordNames = [...new Set(records.flatMap((record) => nameOf(record) || []))];
  const projects = context.names.projects.all.map(({ name }) => name);
  return layouts.map((layout) => ({
    name: layoutName(layout, context.words),
    columns: layout.columns.map((column) =>
      toSheetColumn(layout, column, { ...context, recordNames, projects }),
    ),
    rows: rowSourcesOf(layout, records).map((row) => {
      const within = contextWithin(row.record, null, context);
      return layout.columns.map((column) => cellOf(row, column, within));
    }),
    frozenColumns:
      layout.columns.filter((column) => column.spec === null).length + (layout.field ? 0 : 1),
    isHidden: false,
    isProtected: true,
  }));
}

/** Returns the content of a sheet's rows, in the order of the records and of their lists. */
export function rowSourcesOf(layout: Layout, records: SheetRecord[]): RowSource[] {
  return records
    .filter((record) => record.kind === layout.kind)
    .flatMap((record): RowSource[] => {
      const { field, inner } = layout;
      if (field === null) return [{ record, parent: null, item: null, values: record.fields }];
      const items = record.fields[field] as Item[];
      if (inner === null)
        return items.map((item) => ({ record, parent: null, item, values: item }));
      return items.flatMap((parent) =>
        (parent[inner] as Item[]).map((item) => ({ record, parent, item, values: item })),
      );
    });
}

function cellOf(
  row: RowSource,
  { name, spec }: Layout["columns"][number],
  context: CellContext,
): Cell {
  // Drafts are exported as stored: one with an older schema version may lack fields.
  if (spec) return toCell(spec, row.values[name] ?? emptyValue(spec), context);
  switch (name) {
    case "$record":
      return row.record.id;
    case "$parent":
      return row.parent?.id ?? null;
    case "$item":
      return row.item?.id ?? null;
    case "$recordName":
      return nameOf(row.record);
    default:
      return String(row.parent?.["name"] ?? "");
  }
}

/** Returns the context of one record's cells; `then` are its fields at the export. */
export function contextWithin(
  record: SheetRecord,
  then: Record<string, unknown> | null,
  context: SheetContext,
): CellContext {
  return { ...context, names: namesWithin(context.names, record, then, context.words) };
}

/** Returns a project's title; empty for a plan. */
export function nameOf(record: SheetRecord): string {
  return record.kind === "project" ? String(record.fields["title"]) : "";
}

/** Returns the name of a list entry in the reader's language: its own name, or that of the project it refers to. */
export function itemName(layout: Layout, item: Item, context: CellContext): string {
  const named = listSpecOf(layout)?.namedBy;
  const specs = itemSpecsOf(layout);
  const said = [
    specs.find(({ name }) => name === named),
    specs.find(({ kind }) => kind === "project"),
  ].map((spec) => spec && toCell(spec, item[spec.name], context));
  return String(said.find(Boolean) ?? "");
}

/** Returns a value as a cell shows it, in the reader's language. */
export function toCell(
  spec: NamedValue,
  value: unknown,
  { words, terms, names }: CellContext,
): Cell {
  if (value === null || value === undefined || value === "") return null;
  if (isNamed(spec)) return names[spec.kind].toCell(String(value));
  if (spec.kind === "choice") return choiceWord(words, spec.words, String(value));
  if (spec.kind === "yes_no") return yesNoWord(words, value === true);
  if (spec.kind === "framework")
    return termsOf(terms, spec.options).find((term) => term.slug === value)?.name ?? String(value);
  return typeof value === "number" ? value : String(value);
}
