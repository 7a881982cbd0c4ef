import { fromCell, listOf, type ReadValue } from "@/lib/domain/sheet/cell";
import type { CellChange, SheetError } from "@/lib/domain/sheet/changes";
import { listSpecOf } from "@/lib/domain/sheet/items";
import type { SheetLine } from "@/lib/domain/sheet/line";
import type { CellAt } from "@/lib/domain/sheet/mapped";
import type { QuestionList } from "@/lib/domain/sheet/questions";
import { toCell } from "@/lib/domain/sheet/rows";
import { notesOf } from "@/lib/domain/sheet/table";
import type { Item } from "@/lib/domain/values/item";
import { isSame } from "@/lib/domain/values/same";

type Values = Record<string, unknown>;

/** The cells of a row that differ, those that cannot be read, and the number of those that wait for an answer. */
type ComparedRow = { cells: CellChange[]; errors: SheetError[]; asked: number };

/** Guesses the option that a word of a list stands for; null when nothing is likely. */
export type GuessOption = (list: string, word: string) => string | null;

/** Returns the cells of a row that differ from the plan as it was exported, and those that cannot be read. */
export function compareCells(
  line: SheetLine,
  { base, current, isNew }: { base: Values; current: Values; isNew: boolean },
  questions: QuestionList,
  guess: GuessOption,
): ComparedRow {
  const { context } = line;
  const changes: CellChange[] = [];
  const errors: SheetError[] = [];
  let asked = 0;
  let focusArea = current["focusArea"];
  for (const at of areaFirst(line.cells)) {
    const { spec, index } = at;
    const text = line.text(index);
    if (text === "" && (isNew || line.keepsBlanks)) continue;
    const merged = isMergedNumber(line, at) ? mergedAnswer(line, index, questions) : "each";
    if (merged === null) asked += 1;
    if (merged === null || (merged === "once" && line.mapped.signs.isCountedAbove(index, line.at)))
      continue;
    if (isNameOfRecord(line, at) && !isNew) continue;
    const isOfOtherArea = isProjectType(at) && focusArea !== current["focusArea"];
    const isSaid = line.says(at, base) || (base !== current && line.says(at, current));
    if (!isOfOtherArea && isSaid) continue;
    const signs = line.signs(index);
    const read = fromCell(spec, line.cell(index), { focusArea, isCsv: line.isCsv, signs, context });
    ask(line, at, read, questions, guess);
    if ("error" in read) {
      if (isQuestion(read)) asked += 1;
      else errors.push(line.errorAt(index, read.error, text));
      continue;
    }
    if (spec.kind === "project" && read.value === line.recordId) {
      errors.push(line.errorAt(index, { key: "unknown_project" }, text));
      continue;
    }
    if (spec.name === "focusArea") focusArea = read.value;
    if (isSame(read.value, current[spec.name])) continue;
    const isConflict = !isNew && !isSame(base[spec.name], current[spec.name]);
    changes.push({
      at: line.addressOf(index),
      field: spec.name,
      value: read.value,
      before: toCell(spec, base[spec.name], context),
      after: toCell(spec, read.value, context),
      theirs: isConflict ? toCell(spec, current[spec.name], context) : undefined,
      notes: read.notes,
    });
  }
  return { cells: changes, errors, asked };
}

/** The title by which the project of a row was found says which project it is, and is no change of it. */
function isNameOfRecord(line: SheetLine, { spec }: CellAt): boolean {
  return line.layout.field === null && line.isFoundByName && spec.name === "title";
}

/** One number over several rows may be meant once, or once for each. */
function isMergedNumber(line: SheetLine, { spec, index }: CellAt): boolean {
  const isNumber = spec.kind === "number" || spec.kind === "decimal";
  return isNumber && notesOf(line.cell(index)).includes("merged_number");
}

/** Keeps the question about merged numbers of a column, and returns its answer; null while there is none. */
function mergedAnswer(line: SheetLine, index: number, questions: QuestionList) {
  const answer = line.mapped.mapping.merged[index] ?? null;
  const column = { sheet: line.sheet, column: index, kind: "merged", answer } as const;
  questions.addColumn(column, line.text(index));
  return answer;
}

/** What a cell cannot say by itself is asked once for its column, or for its word. */
const questionKeys = {
  two_numbers: "numbers",
  day_or_month: "dates",
  unknown_choice: "words",
} as const;

function isQuestion(read: ReadValue): boolean {
  return "error" in read && read.error.key in questionKeys;
}

/** Keeps the question about a cell, also one that was answered: the answer is shown and can be changed. */
function ask(
  line: SheetLine,
  { spec, index }: CellAt,
  read: ReadValue,
  questions: QuestionList,
  guess: GuessOption,
) {
  const text = line.text(index);
  const { numbers, dates } = line.mapped.mapping;
  const column = { sheet: line.sheet, column: index };
  if ("error" in read) {
    if (read.error.key === "two_numbers")
      questions.addColumn({ ...column, kind: "numbers", answer: numbers[index] ?? null }, text);
    if (read.error.key === "day_or_month")
      questions.addColumn({ ...column, kind: "dates", answer: dates[index] ?? null }, text);
    const list = listOf(spec);
    if (read.error.key === "unknown_choice")
      questions.addWord({ list, word: text, guess: guess(list, text), answer: null });
  } else if (read.notes.includes("word"))
    questions.addWord({ list: listOf(spec), word: text, guess: null, answer: String(read.value) });
  else if (read.notes.includes("as_column")) {
    const kind = spec.kind === "date" ? "dates" : "numbers";
    const answer = line.signs(index)[kind];
    questions.addColumn({ ...column, kind, answer }, text);
  }
}

/**
 * Sorts the focus area before the project type: types of different areas may have the same name, so the area must be
 * known first.
 */
function areaFirst(cells: CellAt[]) {
  return [...cells].sort((a, b) => Number(isProjectType(a)) - Number(isProjectType(b)));
}

function isProjectType({ spec }: CellAt) {
  return spec.kind === "framework" && spec.options === "projectTypes";
}

/**
 * Returns the existing entry that a row without an id repeats: one that is equal in all filled cells, or has the same
 * name.
 */
export function sameItem(line: SheetLine, items: Item[]): Item | undefined {
  const filled = line.cells.filter(({ index }) => line.text(index) !== "");
  const same = items.find((item) => filled.every((cell) => saysOrMeans(line, cell, item)));
  if (same) return same;
  const namedBy = listSpecOf(line.layout)?.namedBy;
  const name = filled.find(
    ({ spec }) => spec.name === namedBy && ["line", "text"].includes(spec.kind),
  );
  const named = name ? items.filter((item) => line.says(name, item)) : [];
  return named.length === 1 ? named[0] : undefined;
}

/** A cell of a city's own file can say the value in its own words or signs. */
function saysOrMeans(line: SheetLine, at: CellAt, item: Item): boolean {
  if (line.says(at, item)) return true;
  const { context, isCsv } = line;
  const signs = line.signs(at.index);
  const focusArea = item["focusArea"];
  const read = fromCell(at.spec, line.cell(at.index), { focusArea, isCsv, signs, context });
  return "value" in read && isSame(read.value, item[at.spec.name]);
}
