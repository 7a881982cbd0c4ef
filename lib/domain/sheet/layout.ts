import {
  fieldSpecs,
  type ItemFieldSpec,
  type NamedValue,
  readingSpec,
} from "@/lib/domain/record/fields";
import type { FrameworkTerms, Term } from "@/lib/domain/record/framework";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { type SheetColumn, toSheetName } from "@/lib/domain/sheet/sheet";
import { choiceWord, type SheetWords, yesNoWord } from "@/lib/domain/sheet/words";

/**
 * The columns that identify a row: the ids of its record, of its item and of a reading's indicator, and the names of
 * record and indicator.
 */
export type KeyColumn = "$record" | "$parent" | "$item" | "$recordName" | "$parentName";

/** A column of a sheet: an identifying one, or a field. */
export type LayoutColumn = { name: KeyColumn; spec: null } | { name: string; spec: NamedValue };

/** The layout of a sheet: records or items of one kind, one in each row. */
export type Layout = {
  key: string;
  kind: RecordKind;
  /** The list whose items are the rows; null when the rows are records. */
  field: string | null;
  /** The list within the items of `field` whose items are the rows: readings. */
  inner: string | null;
  columns: LayoutColumn[];
};

/** Readings have a sheet of their own; the English hash is computed. */
const withoutColumn = new Set(["readings", "english_hash"]);

/** All sheets, made from the fields of records: a new field gets a column and a new list a sheet. */
export const layouts: Layout[] = (["plan", "project"] as const).flatMap((kind) => [
  {
    key: kind,
    kind,
    field: null,
    inner: null,
    columns: [
      ...keys("$record"),
      ...fieldSpecs[kind].flatMap((spec) => (spec.kind === "list" ? [] : valueColumn(spec))),
    ],
  },
  ...fieldSpecs[kind].flatMap((spec) => (spec.kind === "list" ? listLayouts(kind, spec) : [])),
]);

/** Returns the layout with this key; throws when there is none. */
export function getLayout(key: string): Layout {
  const layout = layouts.find((candidate) => candidate.key === key);
  if (!layout) throw new Error(`There is no sheet ${key}`);
  return layout;
}

function listLayouts(kind: RecordKind, spec: { name: string; item: ItemFieldSpec[] }): Layout[] {
  const own = {
    key: `${kind}.${spec.name}`,
    kind,
    field: spec.name,
    inner: null,
    columns: [
      ...keys("$record", "$item"),
      ...(kind === "project" ? keys("$recordName") : []),
      ...spec.item.filter(({ kind: of }) => !withoutColumn.has(of)).flatMap(valueColumn),
    ],
  };
  const withInner = spec.item.find((value) => value.kind === "readings");
  if (!withInner) return [own];
  const inner = {
    ...own,
    key: `${own.key}.${withInner.name}`,
    inner: withInner.name,
    columns: [
      ...keys("$record", "$parent", "$item", "$recordName", "$parentName"),
      ...readingSpec.item.flatMap(valueColumn),
    ],
  };
  return [own, inner];
}

function keys(...names: KeyColumn[]): LayoutColumn[] {
  return names.map((name) => ({ name, spec: null }));
}

function valueColumn(spec: NamedValue): LayoutColumn[] {
  return [{ name: spec.name, spec }];
}

/** Returns the name of a sheet in the reader's language. */
export function layoutName(layout: Layout, words: SheetWords): string {
  const kind = words.sheets.kinds[layout.kind] ?? layout.kind;
  if (layout.field === null) return toSheetName(kind);
  const list = layout.inner
    ? words.fields.items[layout.field]?.[layout.inner]
    : words.fields[layout.field];
  const label = typeof list === "string" ? list : layout.key;
  return toSheetName(layout.kind === "plan" ? `${kind} – ${label}` : label);
}

/** Returns the heading of a column in the reader's language. */
export function columnLabel(layout: Layout, column: LayoutColumn, words: SheetWords): string {
  const labels = layout.inner
    ? words.fields.items[layout.inner]
    : layout.field
      ? words.fields.items[layout.field]
      : words.fields;
  const found = column.spec ? labels?.[column.name] : words.sheets.columns[column.name.slice(1)];
  // Two columns would be called "Project": the project of the row and the related project.
  const named = column.spec?.kind === "project" ? words.sheets.columns["related"] : undefined;
  return named ?? (typeof found === "string" ? found : column.name);
}

/** Returns the headings of the columns of each kind of sheet, by its key and by their names. */
export function columnLabels(words: SheetWords): Record<string, Record<string, string>> {
  return Object.fromEntries(
    layouts.map((layout) => [
      layout.key,
      Object.fromEntries(
        layout.columns.map((column) => [column.name, columnLabel(layout, column, words)]),
      ),
    ]),
  );
}

/**
 * Returns a column for the workbook. `recordNames` are the titles to which a new row can be added, `projects` those
 * that can be selected as related.
 */
export function toSheetColumn(
  layout: Layout,
  column: LayoutColumn,
  {
    words,
    terms,
    recordNames,
    projects,
  }: { words: SheetWords; terms: FrameworkTerms; recordNames: string[]; projects: string[] },
): SheetColumn {
  const label = columnLabel(layout, column, words);
  if (!column.spec) {
    const isName = column.name === "$recordName" || column.name === "$parentName";
    const options = column.name === "$recordName" && recordNames.length > 0 ? recordNames : null;
    return { label, kind: isName ? "text" : "id", isLocked: !isName, options };
  }
  return {
    label,
    kind: columnKind(column.spec),
    // Files are uploaded in the product; the sheet only shows their names.
    isLocked: column.spec.kind === "file",
    options:
      column.spec.kind === "project" && projects.length > 0
        ? projects
        : optionsOf(column.spec, words, terms),
  };
}

function columnKind(spec: NamedValue): SheetColumn["kind"] {
  if (spec.kind === "text" || spec.kind === "markdown") return "long_text";
  if (spec.kind === "date" || spec.kind === "decimal") return spec.kind;
  return spec.kind === "number" || spec.kind === "year" ? "number" : "text";
}

function optionsOf(spec: NamedValue, words: SheetWords, terms: FrameworkTerms) {
  if (spec.kind === "choice")
    return spec.options.map((option) => choiceWord(words, spec.words, option));
  if (spec.kind === "framework")
    return [...new Set(termsOf(terms, spec.options).map((term) => term.name))];
  return spec.kind === "yes_no" ? [true, false].map((value) => yesNoWord(words, value)) : null;
}

/** Returns the terms of a framework that a field offers. */
export function termsOf(
  terms: FrameworkTerms,
  options: "focusAreas" | "projectTypes" | "outcomes",
): Term[] {
  return options === "projectTypes"
    ? terms.focusAreas.flatMap((area) => area.projectTypes)
    : terms[options];
}
