import { emptyItem } from "@/lib/domain/record/empty";
import { englishTexts } from "@/lib/domain/record/local-parts";
import type { RecordFields } from "@/lib/domain/record/record";
import { englishHash } from "@/lib/domain/record/translation";
import { type SheetAnswers, withTyped } from "@/lib/domain/sheet/answers";
import {
  type CellChange,
  isEmptied,
  type RowChange,
  type SheetImport,
} from "@/lib/domain/sheet/changes";
import { compareCells, type GuessOption, sameItem } from "@/lib/domain/sheet/compare";
import { changesOf } from "@/lib/domain/sheet/edits";
import type { Origin } from "@/lib/domain/sheet/export";
import { itemSpecsOf, itemsOf } from "@/lib/domain/sheet/items";
import { type Layout, layouts } from "@/lib/domain/sheet/layout";
import { findLeftOut, PresentRows } from "@/lib/domain/sheet/left-out";
import { linesOf, SheetLine } from "@/lib/domain/sheet/line";
import { type MappedTable, mappedTables } from "@/lib/domain/sheet/mapped";
import type { SheetMapping } from "@/lib/domain/sheet/mapping";
import { type RowTarget, SheetPlaces } from "@/lib/domain/sheet/places";
import { QuestionList } from "@/lib/domain/sheet/questions";
import {
  contextWithin,
  itemName,
  nameOf,
  type SheetContext,
  type SheetRecord,
} from "@/lib/domain/sheet/rows";
import type { Steps } from "@/lib/domain/sheet/steps";
import type { SheetTable } from "@/lib/domain/sheet/table";
import type { KnownTitle } from "@/lib/domain/sheet/titles";
import type { ErrorKey } from "@/lib/domain/values/field-error";
import type { Item } from "@/lib/domain/values/item";
import { isSame } from "@/lib/domain/values/same";

export type ImportSource = {
  tables: SheetTable[];
  mapping: SheetMapping;
  answers: SheetAnswers;
  origin: Origin | null;
  planId: string;
  /** The plan's current records; `base` are the same when the sheet was exported. */
  current: SheetRecord[];
  base: Map<string, Record<string, unknown>>;
  /** Former titles of projects and those in local languages. */
  otherTitles: KnownTitle[];
  context: SheetContext;
  guess: GuessOption;
  /** Returns an id that is the same each time the same sheet is read. */
  idFor: (what: string) => string;
};

/**
 * Reads all that the tables of a file change in a plan: changes, additions, removals, conflicts, errors and what has to
 * be asked. It pauses after each row, so that a server can answer others meanwhile.
 */
export function* readImport(source: ImportSource): Steps<SheetImport> {
  const reader = new ImportReader(source);
  const order = [...layouts].sort((a, b) => Number(namesEntries(a)) - Number(namesEntries(b)));
  const typed = withTyped(source.tables, source.answers);
  const mapped = typed
    .flatMap((table, index): MappedTable[] => {
      const mapping = source.mapping[index];
      return mapping ? mappedTables(table, mapping) : [];
    })
    // New projects are read before their milestones, and milestones before the evidence that refers to them.
    .sort((a, b) => order.indexOf(a.layout) - order.indexOf(b.layout));
  for (const each of mapped) yield* reader.readTable(each);
  return reader.all;
}

/** Returns whether the rows of a sheet refer to entries of other sheets, as evidence does. */
function namesEntries(layout: Layout): boolean {
  return layout.columns.some(({ spec }) => spec?.kind === "claim_of");
}

/** What a row belongs to: an item of a list, or the record itself. */
type Of = { record: SheetRecord; parent: Item | null; item: Item | null };

class ImportReader {
  private readonly found: Omit<SheetImport, "questions"> = {
    rows: [],
    errors: [],
    removed: 0,
    emptied: 0,
    held: 0,
    missing: [],
  };
  private readonly questions = new QuestionList();
  private readonly places: SheetPlaces;
  private readonly grown = new Map<string, SheetRecord>();
  /** The entries that rows repeat, each only once: two equal rows are two entries. */
  private readonly repeated = new Set<string>();
  /** What the first row of a record says, by record and field. */
  private readonly firstCells = new Map<string, CellChange>();

  constructor(private readonly source: ImportSource) {
    this.places = new SheetPlaces({
      records: source.current,
      otherTitles: source.otherTitles,
      planId: source.planId,
      answers: source.answers,
      questions: this.questions,
      idFor: source.idFor,
    });
  }

  get all(): SheetImport {
    return { ...this.found, questions: this.questions.all };
  }

  *readTable(mapped: MappedTable): Steps<void> {
    const present = new PresentRows();
    for (const row of mapped.leftOut) present.add(new SheetLine(mapped, row, this.source.context));
    for (const row of mapped.rows)
      for (const line of linesOf(mapped, row, this.source.context)) {
        present.add(line);
        this.readLine(line);
        yield;
      }
    const idColumn = mapped.layout.field === null ? "$record" : "$item";
    if (!mapped.isWithinRow && mapped.columns.some((column) => column?.name === idColumn))
      this.readLeftOut(mapped, present);
  }

  private readLine(line: SheetLine) {
    if (line.isBlank && (line.id === "" || line.layout.field === null)) return;
    const place = this.places.recordOf(line);
    if ("fault" in place) {
      if (place.fault) this.found.errors.push(place.fault);
      return;
    }
    const named = namesEntries(line.layout) ? this.withAdded(place.record) : place.record;
    line.placeIn(named, this.baseOf(place.record.id));
    if (line.layout.field === null) this.readRecord(line, place);
    else if (line.layout.inner === null) this.readItem(line, place.record, null);
    else {
      const of = this.places.parentOf(line, place.record);
      if ("fault" in of) this.found.errors.push(of.fault);
      else this.readItem(line, place.record, of.parent);
    }
  }

  private readRecord(line: SheetLine, { record, isNew, firstRow }: RowTarget) {
    const base = isNew ? record.fields : this.baseOf(record.id);
    const kind = isNew ? "begin" : "change";
    const of = { record, parent: null, item: null };
    if (firstRow === null) this.compare(line, kind, of, { base, current: record.fields });
    else this.readFurtherRow(line, record, firstRow);
  }

  /** A further row of a project holds entries of it; what it says of the project itself is as in the first row. */
  private readFurtherRow(line: SheetLine, record: SheetRecord, firstRow: number) {
    const first = Object.fromEntries(
      line.cells.flatMap(({ spec }) => {
        const cell = this.firstCells.get(`${record.id} ${spec.name}`);
        return cell ? [[spec.name, cell.value]] : [];
      }),
    );
    const values = { ...record.fields, ...first };
    const further = { base: values, current: values, isNew: false };
    const { cells } = compareCells(line, further, this.questions, this.source.guess);
    for (const cell of cells) {
      if (cell.field === "title" || (cell.after ?? "") === "") continue;
      const error = { key: "differs_from_row", limit: firstRow } as const;
      this.found.errors.push({
        ...error,
        at: `${line.sheet}!${cell.at}`,
        text: String(cell.after),
      });
    }
  }

  private readItem(line: SheetLine, record: SheetRecord, parent: Item | null) {
    const items = itemsOf(record.fields, line.layout, parent);
    const { id } = line;
    const keyOf = (item: Item) => [line.layout.key, record.id, parent?.id, item.id].join(" ");
    const free = items.filter((item) => !this.repeated.has(keyOf(item)));
    const found = id === "" ? sameItem(line, free) : items.find((item) => item.id === id);
    if (found && this.repeated.has(keyOf(found))) return this.fault(line, "entry_twice", id);
    if (found) this.repeated.add(keyOf(found));
    const exported = itemsOf(this.baseOf(record.id), line.layout, parent);
    const before = exported.find((item) => item.id === (found?.id ?? id));
    if (id !== "" && !found && !before) return this.fault(line, "unknown_row", id);
    const isUntouched = line.cells.every((cell) => line.says(cell, before ?? found));
    if (found) {
      const of = { record, parent, item: found };
      const base = before ?? found;
      if (!line.isBlank) this.compare(line, "change", of, { base, current: found });
      // An exported row for an entry without content is blank, so a blank row here does not remove it.
      else if (!isUntouched && !line.keepsBlanks) this.remove(line, of, !isSame(found, base));
    } else if (!before) {
      if (!line.isBlank) this.add(line, record, parent);
    } else if (!isUntouched && !line.isBlank) {
      // The entry was removed after the export. If the sheet did not change it, it stays removed.
      this.fault(line, "removed_meanwhile", before.id);
    }
  }

  private add(line: SheetLine, record: SheetRecord, parent: Item | null) {
    const item = emptyItem(this.source.idFor(line.key), itemSpecsOf(line.layout));
    if (parent === null) this.places.addParent(line, record, item);
    this.compare(line, "add", { record, parent, item }, { base: item, current: item });
  }

  private compare(
    line: SheetLine,
    kind: RowChange["kind"],
    of: Of,
    values: { base: Record<string, unknown>; current: Record<string, unknown> },
  ) {
    const isNew = kind !== "change";
    const compared = compareCells(line, { ...values, isNew }, this.questions, this.source.guess);
    const { cells, errors, asked } = compared;
    this.found.errors.push(...errors);
    if (line.layout.field === null)
      for (const cell of cells) this.firstCells.set(`${of.record.id} ${cell.field}`, cell);
    const withoutCells = errors.length + asked;
    // An entry of which nothing can be read is not added.
    if (cells.length === 0 && (withoutCells === 0 || kind === "add")) return;
    this.found.emptied += cells.filter(isEmptied).length;
    const isConflict = cells.some((cell) => cell.theirs !== undefined);
    const englishHash = this.englishOf(line, of, cells);
    this.keep(line, of, {
      ...{ key: line.key, row: line.at, kind, cells, errors: [], withoutCells },
      ...{ isConflict, englishHash, isHidden: line.isHidden },
    });
  }

  /** Returns the hash of the English text that stood beside a local text when the sheet was exported. */
  private englishOf({ layout }: SheetLine, { record, item }: Of, cells: CellChange[]) {
    if (layout.field !== "translations" || item === null) return undefined;
    const part = cells.find(({ field }) => field === "of")?.value ?? item["of"];
    // The fields of a record when the sheet was exported.
    const texts = englishTexts(this.baseOf(record.id) as RecordFields);
    const beside = texts.find(({ of }) => of === part);
    return beside && englishHash(beside.english);
  }

  private remove(line: SheetLine, of: Of, isConflict: boolean) {
    this.found.removed += 1;
    const nothing = { cells: [], errors: [], withoutCells: 0, isHidden: line.isHidden };
    this.keep(line, of, { key: line.key, row: line.at, kind: "delete", ...nothing, isConflict });
  }

  /**
   * Reads the rows that were deleted: their ids are in the export and no longer in the file. In a file that is not an
   * export, nothing counts as deleted.
   */
  private readLeftOut({ table, layout }: MappedTable, present: PresentRows) {
    for (const { id } of this.source.origin?.records ?? []) {
      const record = this.places.find(id);
      if (!record || record.kind !== layout.kind) continue;
      if (layout.field === null) {
        if (layout.kind === "project" && !present.hasRecord(id))
          this.found.missing.push(nameOf(record));
        continue;
      }
      const { held, leftOut } = findLeftOut(layout, record, this.baseOf(id), present);
      this.found.held += held;
      this.found.removed += leftOut.length;
      for (const { was, now } of leftOut)
        this.keep(
          { sheet: table.name, layout },
          { record, ...was },
          {
            key: `${layout.key}-${was.item.id}`,
            row: null,
            kind: "delete",
            cells: [],
            errors: [],
            withoutCells: 0,
            isHidden: false,
            isConflict: !isSame(was.item, now.item),
          },
        );
    }
  }

  private keep(
    { sheet, layout }: Pick<SheetLine, "sheet" | "layout">,
    { record, parent, item }: Of,
    change: Omit<
      RowChange,
      "sheet" | "layout" | "recordId" | "recordName" | "parentId" | "itemId" | "name"
    >,
  ) {
    this.found.rows.push({
      ...change,
      sheet,
      layout: layout.key,
      recordId: record.id,
      recordName: nameOf(record),
      parentId: parent?.id ?? null,
      itemId: item?.id ?? null,
      name: item ? itemName(layout, item, contextWithin(record, null, this.source.context)) : "",
    });
  }

  /** Returns a record with the entries that earlier rows added to it. */
  private withAdded(record: SheetRecord): SheetRecord {
    const known = this.grown.get(record.id);
    if (known) return known;
    const added = this.found.rows.filter(
      ({ recordId, kind }) => recordId === record.id && kind === "add",
    );
    const lists = changesOf(record, added).map(({ field, value }) => [field, value]);
    const grown = { ...record, fields: { ...record.fields, ...Object.fromEntries(lists) } };
    this.grown.set(record.id, grown);
    return grown;
  }

  private baseOf(recordId: string): Record<string, unknown> {
    return this.source.base.get(recordId) ?? this.places.find(recordId)?.fields ?? {};
  }

  private fault(line: SheetLine, key: ErrorKey, id: string) {
    this.found.errors.push(line.errorAt(line.columnOf("$item"), { key }, id));
  }
}
