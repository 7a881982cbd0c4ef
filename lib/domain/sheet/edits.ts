import { contradictions } from "@/lib/domain/record/contradictions";
import { type Changes, parseChanges } from "@/lib/domain/record/draft";
import { emptyItem } from "@/lib/domain/record/empty";
import { choosesTerms, type FrameworkTerms, unknownTerms } from "@/lib/domain/record/framework";
import type { RecordFields } from "@/lib/domain/record/record";
import { resolvedTranslations, type Translation } from "@/lib/domain/record/translation";
import {
  isAcceptable,
  isEmptied,
  type RowChange,
  type SheetError,
  type SheetImport,
} from "@/lib/domain/sheet/changes";
import { itemSpecsOf } from "@/lib/domain/sheet/items";
import { getLayout } from "@/lib/domain/sheet/layout";
import type { SheetRecord } from "@/lib/domain/sheet/rows";
import type { Steps } from "@/lib/domain/sheet/steps";
import type { FieldError } from "@/lib/domain/values/field-error";
import type { Item } from "@/lib/domain/values/item";

/** Returns the changed fields of one record after the rows of a sheet are applied to its current values. */
export function changesOf(record: SheetRecord, rows: RowChange[]): Changes {
  const fields: Record<string, unknown> = {};
  for (const row of rows) {
    const { field, inner } = getLayout(row.layout);
    if (field === null) for (const cell of row.cells) fields[cell.field] = cell.value;
    else {
      const list = (fields[field] ?? record.fields[field] ?? []) as Item[];
      fields[field] = inner === null ? changeList(list, row) : changeInner(list, row, inner);
    }
  }
  const seen = { ...record.fields };
  if (fields["translations"]) {
    // The fields of a record of this kind; a new record has its initial values.
    const texts = { ...record.fields, ...fields } as RecordFields;
    const before = record.fields["translations"] as Translation[];
    fields["translations"] = resolvedTranslations(texts);
    seen["translations"] = before.filter(({ text }) => text !== "");
  }
  // Values from cells and drafts are JSON.
  return Object.entries(fields).map(
    ([field, value]) => ({ field, seen: seen[field], value }) as Changes[number],
  );
}

function changeInner(list: Item[], row: RowChange, inner: string): Item[] {
  return list.map((item) =>
    item.id === row.parentId ? { ...item, [inner]: changeList(item[inner] as Item[], row) } : item,
  );
}

function changeList(list: Item[], row: RowChange): Item[] {
  if (row.kind === "delete") return list.filter((item) => item.id !== row.itemId);
  const { englishHash } = row;
  const values: Record<string, unknown> = {
    ...Object.fromEntries(row.cells.map((cell) => [cell.field, cell.value])),
    ...(englishHash !== undefined && { englishHash }),
  };
  if (row.kind === "change")
    return list.map((item) => (item.id === row.itemId ? { ...item, ...values } : item));
  return [
    ...list,
    { ...emptyItem(row.itemId ?? "", itemSpecsOf(getLayout(row.layout))), ...values },
  ];
}

/** Returns the rows of each record, by its id. */
export function byRecord(rows: RowChange[]): Map<string, RowChange[]> {
  const grouped = new Map<string, RowChange[]>();
  for (const row of rows) {
    const own = grouped.get(row.recordId);
    if (own) own.push(row);
    else grouped.set(row.recordId, [row]);
  }
  return grouped;
}

/**
 * Returns the import with the errors that the schemas, the framework and the whole record report, at their cells. A cell
 * with an error is left out, and the other cells of its row are kept. It pauses after each record.
 */
export function* checkImport(
  found: SheetImport,
  recordOf: (row: RowChange) => SheetRecord,
  terms: FrameworkTerms,
): Steps<SheetImport> {
  const errors: SheetError[] = [];
  for (const rows of byRecord(found.rows).values()) {
    const [first] = rows;
    if (!first) continue;
    const record = recordOf(first);
    // Leaving out a cell can show another error, as a date without which another one stands alone.
    for (let round = 0; round < maxRounds; round += 1) {
      const wrong = Object.entries(errorsOf(record, rows, terms));
      if (wrong.length === 0) break;
      for (const [path, own] of wrong) errors.push(...leaveOut(rows, first, path, own));
    }
    yield;
  }
  const rows = found.rows.filter(
    ({ kind, cells, withoutCells, errors: own }) =>
      kind !== "add" || cells.length > 0 || own.length > 0 || withoutCells === 0,
  );
  const emptied = rows.flatMap(({ cells }) => cells).filter(isEmptied).length;
  return { ...found, rows, emptied, errors: [...found.errors, ...errors] };
}

const maxRounds = 5;

/** Takes the cell of an error out of its row; where there is none, or the row cannot be without it, the whole row. */
function leaveOut(
  rows: RowChange[],
  first: RowChange,
  path: string,
  wrong: FieldError[],
): SheetError[] {
  const row = rowAt(rows, path) ?? first;
  const located = wrong.map((error) => ({ ...error, ...cellAt(row, path) }));
  const steps = path.split(".");
  const name = steps.at(-1);
  // An error of another entry of the list, as a term that the framework does not have any more, blocks the list.
  const isOwn = row.itemId === null ? steps.length === 1 : steps.includes(row.itemId);
  const at = isOwn ? row.cells.findIndex(({ field }) => field === name) : -1;
  const isNeeded = row.kind === "begin" && name === "title";
  if (at < 0 || isNeeded) {
    row.errors.push(...located);
    // What an entry lacks because its cell cannot be read was said at that cell.
    return row.withoutCells > 0 && at < 0 ? [] : located;
  }
  row.cells.splice(at, 1);
  row.withoutCells += 1;
  row.isConflict = row.cells.some(({ theirs }) => theirs !== undefined);
  return located;
}

function errorsOf(
  record: SheetRecord,
  rows: RowChange[],
  terms: FrameworkTerms,
): Record<string, FieldError[]> {
  const good = rows.filter(isAcceptable);
  const { edits, errors } = parseChanges(record.kind, changesOf(record, good));
  const after = {
    ...record.fields,
    ...Object.fromEntries(edits.map(({ field, value }) => [field, value])),
  };
  const unknown = edits
    .filter(({ field }) => choosesTerms(field))
    .map(({ field, value }) => unknownTerms(terms, field, value));
  const together =
    record.kind === "project"
      ? contradictions(
          after,
          edits.map(({ field }) => field),
        )
      : {};
  return Object.assign({}, errors, ...unknown, together);
}

/** Returns the row to which an error's path ("milestones.<id>.dueOn") belongs. */
function rowAt(rows: RowChange[], path: string): RowChange | null {
  const steps = path.split(".");
  const ofItem = rows.find((row) => row.itemId !== null && steps.includes(row.itemId));
  if (ofItem) return ofItem;
  return (
    rows.find((row) => row.itemId === null && row.cells.some((cell) => cell.field === steps[0])) ??
    rows.find((row) => getLayout(row.layout).field === steps[0]) ??
    null
  );
}

function cellAt(row: RowChange, path: string): { at: string; text: string } {
  const name = path.split(".").at(-1);
  const cell = row.cells.find((each) => each.field === name);
  const place = cell?.at ?? (row.row === null ? "" : `A${row.row}`);
  return { at: `${row.sheet}!${place}`, text: String(cell?.after ?? "") };
}

/**
 * Returns true when the import removes so much that it needs another confirmation: more than a fifth of the exported
 * entries.
 */
export function removesMuch({ removed, held }: Pick<SheetImport, "removed" | "held">): boolean {
  return removed * 5 > held && removed > 0;
}
