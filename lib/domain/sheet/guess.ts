import {
  bodyOf,
  guessHeadings,
  guessLeftOut,
  type Headings,
  headingsOf,
} from "@/lib/domain/sheet/headings";
import { listSpecOf } from "@/lib/domain/sheet/items";
import { columnLabel, type Layout, layoutName, layouts } from "@/lib/domain/sheet/layout";
import {
  columnAt,
  partAt,
  type TableMapping,
  tableMapping,
  takeName,
} from "@/lib/domain/sheet/mapping";
import { type SheetTable, textOf } from "@/lib/domain/sheet/table";
import type { SheetVocabulary } from "@/lib/domain/sheet/vocabulary";
import type { SheetWords } from "@/lib/domain/sheet/words";
import { readDateText } from "@/lib/domain/values/date-text";
import { readNumberText } from "@/lib/domain/values/number-text";

/**
 * Returns a first guess of how a table of a city's own file is read: where its headings stand, which rows are no data,
 * and which column is what, by our own names, by words of many languages, and by what the cells hold.
 */
export function suggestMapping(
  table: SheetTable,
  words: SheetWords,
  vocabulary: SheetVocabulary,
  at: Headings = guessHeadings(table),
): TableMapping {
  const headings = headingsOf(table, at);
  const common = { ...at, leftOut: guessLeftOut(table, at).map((row) => row.at) };
  if (headings.length === 0) return tableMapping.parse({ ...common, layout: null, columns: [] });
  const best = ourLayout(table, headings, words);
  const layout = best?.layout.key ?? "project";
  const isOurs = best?.columns.some((name) => name?.startsWith("$")) ?? false;
  const columns =
    layout !== "project" || isOurs
      ? (best?.columns ?? [])
      : projectColumns(table, at, headings, best?.columns ?? [], vocabulary);
  const isKnown = columns.some((name) => name !== null);
  return tableMapping.parse({ ...common, layout: isKnown ? layout : null, columns });
}

/** Returns the sheet of our own export that has these headings, or the name of this table; null when none has. */
function ourLayout(table: SheetTable, headings: string[], words: SheetWords) {
  const low = (text: string) => text.toLocaleLowerCase("en");
  const counted = layouts.map((layout) => {
    const left = layout.columns.map((column) => ({
      heading: low(columnLabel(layout, column, words)),
      name: column.name,
    }));
    const columns = headings.map((heading) => takeName(left, low(heading)));
    const known = columns.filter((name) => name !== null && !name.startsWith("$")).length;
    const isNamed = low(layoutName(layout, words)) === low(table.name);
    // Entries without their project are guessed as parts of a project's row instead.
    const isPlaced =
      layout.kind === "plan" ||
      layout.field === null ||
      columns.some((name) => name?.startsWith("$record"));
    if (!isPlaced && !isNamed) return { layout, columns, score: 0 };
    const score = known + (isNamed && known > 0 ? 100 : 0) + (layout.key === "project" ? 0.5 : 0);
    return { layout, columns, score };
  });
  const best = counted.sort((a, b) => b.score - a.score)[0];
  return best && best.score >= 1 ? best : null;
}

function projectColumns(
  table: SheetTable,
  at: Headings,
  headings: string[],
  ours: (string | null)[],
  vocabulary: SheetVocabulary,
): (string | null)[] {
  const rows = bodyOf(table, at).slice(0, 200);
  const columns = headings.map((_, index) => ours[index] ?? null);
  const texts = headings.map((_, index) =>
    rows.flatMap(({ cells }) => textOf(cells[index]).trim() || []),
  );
  const take = (index: number, name: string) => {
    if (columns[index] === null && !columns.includes(name) && fits(name, texts[index] ?? []))
      columns[index] = name;
  };
  for (const [index, heading] of headings.entries())
    for (const name of vocabulary.fieldsOf(heading)) take(index, name);
  const areMainly = (index: number, is: (text: string) => boolean) => {
    const own = texts[index] ?? [];
    return own.length > 0 && own.filter(is).length >= own.length * 0.7;
  };
  for (const index of headings.keys()) {
    if (areMainly(index, (text) => vocabulary.optionOf("stage", text) !== null))
      take(index, "stage");
    if (areMainly(index, (text) => vocabulary.optionOf("currency", text) !== null))
      take(index, "budget.currency");
    if (areMainly(index, isWholeDate)) {
      take(index, "startsOn");
      if (columns[index] === null) take(index, "endsOn");
    }
  }
  if (!columns.includes("title")) {
    const index = headings.findIndex(
      (_, each) =>
        columns[each] === null &&
        areMainly(each, (text) => /\p{L}{3}/u.test(text)) &&
        new Set(texts[each]).size >= (texts[each]?.length ?? 0) * 0.8,
    );
    if (index >= 0) columns[index] = "title";
  }
  // A part of an entry without its name says nothing: the year of no amount. A place is known by where it is.
  return columns.map((name) => {
    const part = partAt(name);
    const named = part && `${part.layout.field}.${listSpecOf(part.layout)?.namedBy}`;
    const isPlace = part?.layout.field === "locations" && columns.includes("locations.latitude");
    return named === null || isPlace || columns.includes(named) ? name : null;
  });
}

/** "2024" alone may be a year of anything; a day or a month is a date. */
function isWholeDate(text: string) {
  const reading = readDateText(text, "day_first");
  return reading !== null && !/^\p{Nd}{4}$/u.test(text);
}

/** Returns whether most cells of a column can be values of a field. */
function fits(name: string, texts: string[]): boolean {
  const project = layouts.find(({ key }) => key === "project") as Layout;
  const spec = columnAt(project, name)?.spec ?? partAt(name)?.column.spec;
  if (!spec || texts.length === 0) return true;
  const areMany = (is: (text: string) => boolean) => texts.filter(is).length >= texts.length * 0.5;
  if (spec.kind === "date") return areMany((text) => readDateText(text, "day_first") !== null);
  if (["number", "decimal", "year"].includes(spec.kind))
    return areMany((text) => readNumberText(text.replace(/%$/u, "")) !== null);
  if (spec.kind === "choice" || spec.kind === "framework")
    return areMany((text) => text.length <= 60);
  return true;
}
