import { emptyFields } from "@/lib/domain/record/record";
import type { SheetError } from "@/lib/domain/sheet/changes";
import type { SheetLine } from "@/lib/domain/sheet/line";
import { nameOf, type SheetRecord } from "@/lib/domain/sheet/rows";
import type { FieldError } from "@/lib/domain/values/field-error";
import type { Item } from "@/lib/domain/values/item";

/** The record of a row, and whether the file creates it. */
export type RowTarget = { record: SheetRecord; isNew: boolean };
type Fault = { fault: SheetError };

/** Finds the record and indicator of each row, by id or name, including those that the file itself creates. */
export class SheetPlaces {
  private readonly byId: Map<string, SheetRecord>;
  private readonly byName = new Map<string, SheetRecord[]>();
  private readonly begun = new Set<string>();
  /** New indicators by record id: readings in the same file may belong to them. */
  private readonly added = new Map<string, Item[]>();

  constructor(
    records: SheetRecord[],
    private readonly planId: string,
    private readonly idFor: (what: string) => string,
  ) {
    this.byId = new Map(records.map((record) => [record.id, record]));
    for (const record of records) {
      if (record.kind !== "project") continue;
      const key = toKey(nameOf(record));
      this.byName.set(key, [...(this.byName.get(key) ?? []), record]);
    }
  }

  /** Returns the record with this id; undefined when the plan has none. */
  find(id: string): SheetRecord | undefined {
    return this.byId.get(id);
  }

  /** Returns the record of a row: by id, by name, or a new one that the row creates. */
  recordOf(line: SheetLine): RowTarget | Fault {
    const { layout } = line;
    const id = layout.kind === "plan" ? this.planId : line.keyText("$record");
    if (id !== "") {
      const record = this.byId.get(id);
      if (record?.kind === layout.kind) return { record, isNew: this.begun.has(id) };
      const fault = line.errorAt(line.columnOf("$record"), { key: "unknown_record" }, id);
      return { fault };
    }
    return this.recordByName(line);
  }

  private recordByName(line: SheetLine): RowTarget | Fault {
    const isRecord = line.layout.field === null;
    const column = line.columnOf(isRecord ? "title" : "$recordName");
    const name = column < 0 ? "" : line.text(column);
    const [first, ...others] = this.byName.get(toKey(name)) ?? [];
    const fault = (error: FieldError) => ({ fault: line.errorAt(column, error, name) });
    if (others.length > 0) return fault({ key: "name_of_several" });
    if (first) return { record: first, isNew: this.begun.has(first.id) };
    if (name === "") return fault({ key: isRecord ? "missing" : "project_missing" });
    return isRecord ? this.begin(line, name) : fault({ key: "unknown_project_name" });
  }

  private begin(line: SheetLine, title: string): RowTarget {
    const id = this.idFor(line.key);
    const record = { id, kind: "project", fields: { ...emptyFields("project") } } as const;
    this.byId.set(id, record);
    this.begun.add(id);
    this.byName.set(toKey(title), [record]);
    return { record, isNew: true };
  }

  /** Returns the indicator of a reading: by id, or by name within the project. */
  parentOf(line: SheetLine, record: SheetRecord): { parent: Item } | Fault {
    const known = record.fields[line.layout.field ?? ""] as Item[];
    const id = line.keyText("$parent");
    const name = line.keyText("$parentName");
    const [first, ...others] = [...known, ...(this.added.get(record.id) ?? [])].filter((item) =>
      id === "" ? toKey(String(item["name"])) === toKey(name) : item.id === id,
    );
    if (first && others.length === 0) return { parent: first };
    const key = first ? "name_of_several" : "unknown_indicator";
    const column = line.columnOf(id === "" ? "$parentName" : "$parent");
    return { fault: line.errorAt(column, { key }, id || name) };
  }

  /** Stores an entry that a row adds, so that rows of another sheet can refer to it. */
  addParent(line: SheetLine, record: SheetRecord, item: Item) {
    const column = line.columnOf("name");
    if (column < 0) return;
    const named = { ...item, name: line.text(column) };
    this.added.set(record.id, [...(this.added.get(record.id) ?? []), named]);
  }
}

function toKey(name: string) {
  return name.trim().normalize("NFC").toLocaleLowerCase("en");
}
