import { emptyFields } from "@/lib/domain/record/record";
import { newProject, type SheetAnswers } from "@/lib/domain/sheet/answers";
import type { SheetError } from "@/lib/domain/sheet/changes";
import type { SheetLine } from "@/lib/domain/sheet/line";
import type { QuestionList } from "@/lib/domain/sheet/questions";
import { nameOf, type SheetRecord } from "@/lib/domain/sheet/rows";
import { type KnownTitle, NearTitles, titleKey } from "@/lib/domain/sheet/titles";
import type { FieldError } from "@/lib/domain/values/field-error";
import type { Item } from "@/lib/domain/values/item";

/** The record of a row, whether the file creates it, and whether an earlier row holds its fields. */
export type RowTarget = { record: SheetRecord; isNew: boolean; firstRow: number | null };
type Fault = { fault: SheetError | null };

type Known = {
  records: SheetRecord[];
  /** Former titles and titles in local languages. */
  otherTitles: KnownTitle[];
  planId: string;
  answers: SheetAnswers;
  questions: QuestionList;
  idFor: (what: string) => string;
};

/** Finds the record and indicator of each row, by id or name, including those that the file itself creates. */
export class SheetPlaces {
  private readonly byId: Map<string, SheetRecord>;
  private readonly byName = new Map<string, SheetRecord[]>();
  private readonly begun = new Set<string>();
  /** The first row of each record in a sheet of records. */
  private readonly firstRows = new Map<string, number>();
  /** Rows of records that have an error: what else stands in them is left out with them. */
  private readonly faulty = new Set<string>();
  /** The record of the row above, by sheet and what the rows are: a row without a title belongs to it. */
  private readonly above = new Map<string, SheetRecord>();
  /** New indicators by record id: readings in the same file may belong to them. */
  private readonly added = new Map<string, Item[]>();
  private nearTitles: NearTitles | null = null;

  constructor(private readonly known: Known) {
    this.byId = new Map(known.records.map((record) => [record.id, record]));
    for (const record of known.records) {
      if (record.kind !== "project") continue;
      const key = titleKey(nameOf(record));
      this.byName.set(key, [...(this.byName.get(key) ?? []), record]);
    }
  }

  /** Returns the record with this id; undefined when the plan has none. */
  find(id: string): SheetRecord | undefined {
    return this.byId.get(id);
  }

  /**
   * Returns the record of a row: by id, by name, or a new one that the row creates. A fault of null was reported
   * already, or is asked.
   */
  recordOf(line: SheetLine): RowTarget | Fault {
    const place = `${line.sheet}!${line.at}`;
    if (line.mapped.isWithinRow && this.faulty.has(place)) return { fault: null };
    const found = this.findRecord(line);
    if ("fault" in found) {
      this.faulty.add(place);
      return found;
    }
    const isRecord = line.layout.field === null;
    this.above.set(`${line.sheet} ${line.layout.key}`, found.record);
    if (!isRecord) return { ...found, firstRow: null };
    const firstRow = this.firstRows.get(found.record.id) ?? null;
    if (firstRow === null) this.firstRows.set(found.record.id, line.at);
    else if (line.mapped.mapping.repeats === "refused") {
      this.faulty.add(place);
      const column = Math.max(line.columnOf("title"), line.columnOf("$record"));
      return {
        fault: line.errorAt(column, { key: "row_twice", limit: firstRow }, line.text(column)),
      };
    }
    return { ...found, firstRow };
  }

  private findRecord(line: SheetLine): Omit<RowTarget, "firstRow"> | Fault {
    const { layout } = line;
    const id = layout.kind === "plan" ? this.known.planId : line.keyText("$record");
    if (id !== "") {
      const record = this.byId.get(id);
      if (record?.kind === layout.kind) return { record, isNew: this.begun.has(id) };
      const fault = line.errorAt(line.columnOf("$record"), { key: "unknown_record" }, id);
      return { fault };
    }
    return this.recordByName(line);
  }

  private recordByName(line: SheetLine): Omit<RowTarget, "firstRow"> | Fault {
    const isRecord = line.layout.field === null;
    const column = line.columnOf(isRecord ? "title" : "$recordName");
    const name = column < 0 ? "" : line.text(column);
    line.isFoundByName = true;
    const [first, ...others] = this.byName.get(titleKey(name)) ?? [];
    const fault = (error: FieldError) => ({ fault: line.errorAt(column, error, name) });
    if (others.length > 0) return fault({ key: "name_of_several" });
    if (first) return { record: first, isNew: this.begun.has(first.id) };
    if (name === "") {
      const above = this.above.get(`${line.sheet} ${line.layout.key}`);
      if (above && line.mapped.mapping.repeats === "entries")
        return { record: above, isNew: this.begun.has(above.id) };
      return fault({ key: isRecord ? "missing" : "project_missing" });
    }
    const answered = this.answerOf(name);
    if (answered === "asked") return { fault: null };
    if (answered) return { record: answered, isNew: false };
    return isRecord ? this.begin(line, name) : fault({ key: "unknown_project_name" });
  }

  /** Returns the project that a title nearly names, as was answered; "asked" while it was not, null for a new one. */
  private answerOf(title: string): SheetRecord | "asked" | null {
    const key = titleKey(title);
    const answer = this.known.answers.titles[key] ?? null;
    const record = answer === null ? undefined : this.byId.get(answer);
    this.nearTitles ??= new NearTitles([
      ...this.known.records.flatMap((each) =>
        each.kind === "project" ? { recordId: each.id, title: nameOf(each) } : [],
      ),
      ...this.known.otherTitles,
    ]);
    const like = this.nearTitles.near(title).flatMap((id) => {
      const near = this.byId.get(id);
      return near ? { id, title: nameOf(near) } : [];
    });
    if (record)
      like.push(
        ...(like.some(({ id }) => id === record.id)
          ? []
          : [{ id: record.id, title: nameOf(record) }]),
      );
    if (like.length > 0) this.known.questions.addTitle({ key, title, like, answer });
    if (record) return record;
    return like.length > 0 && answer !== newProject ? "asked" : null;
  }

  private begin(line: SheetLine, title: string): Omit<RowTarget, "firstRow"> {
    const id = this.known.idFor(line.key);
    const record = { id, kind: "project", fields: { ...emptyFields("project") } } as const;
    this.byId.set(id, record);
    this.begun.add(id);
    this.byName.set(titleKey(title), [record]);
    return { record, isNew: true };
  }

  /** Returns the indicator of a reading: by id, or by name within the project. */
  parentOf(line: SheetLine, record: SheetRecord): { parent: Item } | { fault: SheetError } {
    const known = record.fields[line.layout.field ?? ""] as Item[];
    const id = line.keyText("$parent");
    const name = line.keyText("$parentName");
    const [first, ...others] = [...known, ...(this.added.get(record.id) ?? [])].filter((item) =>
      id === "" ? titleKey(String(item["name"])) === titleKey(name) : item.id === id,
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
