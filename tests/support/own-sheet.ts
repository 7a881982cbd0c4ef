import { emptyProject, type ProjectFields } from "@/lib/domain/record/project";
import { CellNames } from "@/lib/domain/sheet/cell-names";
import type { SheetImport } from "@/lib/domain/sheet/changes";
import { checkImport } from "@/lib/domain/sheet/edits";
import { suggestMapping } from "@/lib/domain/sheet/guess";
import { readImport } from "@/lib/domain/sheet/import";
import { type TableMapping, tableMapping } from "@/lib/domain/sheet/mapping";
import type { SheetRecord } from "@/lib/domain/sheet/rows";
import { runAtOnce } from "@/lib/domain/sheet/steps";
import { type ReadCell, type SheetTable, sheetTable } from "@/lib/domain/sheet/table";
import type { KnownTitle } from "@/lib/domain/sheet/titles";
import { sheetVocabulary } from "@/lib/sheets/vocabulary";
import { words } from "@/messages/en/index";

const term = (slug: string, name: string) => ({ slug, name, description: "" });
const terms = {
  slug: "any",
  name: "Any framework",
  outcomes: [term("liveability", "Liveability")],
  focusAreas: [{ ...term("civic-social", "Civic and social"), projectTypes: [] }],
};
const noNames = new CellNames([]);
const names = {
  projects: noNames,
  files: new Map(),
  answers: { indicator_of: noNames, milestone_of: noNames },
};

/** A table with these rows, as a spreadsheet program numbers them. */
export function aTable(rows: ReadCell[][], more: Partial<SheetTable> = {}): SheetTable {
  return sheetTable.parse({
    name: "S",
    isCsv: true,
    encoding: "UTF-8",
    rows: rows.map((cells, index) => ({ at: index + 1, cells })),
    ...more,
  });
}

/** The guess of how a table is read. */
export function guessFor(table: SheetTable): TableMapping {
  return suggestMapping(table, words, sheetVocabulary);
}

/** A project of the plan with these fields. */
export function aRecord(id: string, title: string, more: Partial<ProjectFields> = {}): SheetRecord {
  return { id, kind: "project", fields: { ...emptyProject(title), ...more } };
}

/** What a table of a city's own asks of a plan, read as it is guessed or as `mapping` says. */
export function askedBy(
  table: SheetTable,
  {
    records = [],
    mapping = {},
    titles = {},
    cells = {},
    meanings = {},
    otherTitles = [],
  }: {
    records?: SheetRecord[];
    mapping?: Partial<TableMapping>;
    titles?: Record<string, string>;
    cells?: Record<string, string>;
    meanings?: Record<string, string>;
    otherTitles?: KnownTitle[];
  } = {},
): SheetImport {
  const found = runAtOnce(
    readImport({
      tables: [table],
      mapping: [tableMapping.parse({ ...guessFor(table), ...mapping })],
      answers: { cells, titles },
      origin: null,
      planId: "10000000-0000-4000-8000-000000000000",
      current: records,
      base: new Map(),
      otherTitles,
      context: { words, terms, names, meanings: new Map(Object.entries(meanings)) },
      guess: (list, word) => sheetVocabulary.optionOf(list, word),
      idFor: (what) => idOf(what),
    }),
  );
  const recordOf = ({ recordId }: { recordId: string }) =>
    records.find(({ id }) => id === recordId) ?? aRecord(recordId, "");
  return runAtOnce(checkImport(found, recordOf, terms));
}

const ids = new Map<string, string>();

function idOf(what: string): string {
  const known = ids.get(what) ?? `30000000-0000-4000-8000-${String(ids.size).padStart(12, "0")}`;
  ids.set(what, known);
  return known;
}
