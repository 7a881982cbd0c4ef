import "server-only";
import { validate as isUuid } from "uuid";
import * as z from "zod";
import { database } from "@/lib/db/client";
import type { SignedIn } from "@/lib/domain/people/actor";
import { originName } from "@/lib/domain/sheet/export";
import { suggestMapping } from "@/lib/domain/sheet/guess";
import { bodyOf, guessLeftOut, type Headings, headingsOf } from "@/lib/domain/sheet/headings";
import { columnLabel, type Layout, layoutName, layouts } from "@/lib/domain/sheet/layout";
import {
  headingKeys,
  originMapping,
  rowLists,
  sheetMapping,
  type TableMapping,
  tableMapping,
} from "@/lib/domain/sheet/mapping";
import { type SheetTable, textOf } from "@/lib/domain/sheet/table";
import { visiblePlans } from "@/lib/queries/shared/visible";
import { sheetVocabulary } from "@/lib/sheets/vocabulary";
import { sheetWords } from "@/lib/sheets/words";

/** The first rows of a table that are shown to choose the headings among them, and their longest text. */
const rowsShown = 12;
const charactersShown = 60;

/**
 * Returns the tables of a pending import with how each is read: as was chosen, as was remembered from an earlier file
 * with the same headings, or as is guessed. Null when the reader has none.
 */
export async function findSheetMapping(reader: SignedIn, planId: string, importId: string) {
  const stored = await findTables(reader, importId);
  if (stored?.planId !== planId || stored.appliedAt) return null;
  const { tables, cityId } = stored;
  const selected =
    sheetMapping.nullable().parse(stored.mapping) ??
    (stored.exportedAt ? originMapping(tables) : null);
  const shown = tables.flatMap((table, index) =>
    table.name === originName ? [] : { table, index },
  );
  const remembered = selected
    ? new Map<number, Remembered>()
    : await findRemembered(cityId, tables);
  return {
    count: tables.length,
    tables: shown.map(({ table, index }) => {
      const known = remembered.get(index);
      const mapping =
        selected?.[index] ?? known?.mapping ?? suggestMapping(table, sheetWords, sheetVocabulary);
      return {
        index,
        name: table.name,
        isHidden: table.isHidden,
        hiddenColumns: table.hiddenColumns,
        encoding: table.encoding,
        asksEncoding: table.asksEncoding,
        encodings: table.encodings,
        separator: table.separator,
        separators: table.separators,
        rows: table.rows.length,
        hiddenRows: table.rows.filter(({ isHidden }) => isHidden).length,
        first: table.rows.slice(0, rowsShown).map(shownRow),
        rememberedOn: known?.at.toISOString() ?? null,
        ...columnsOf(table, mapping),
      };
    }),
    layouts: layouts.map((layout) => ({
      key: layout.key,
      name: layoutName(layout, sheetWords),
      columns: columnsIn(layout),
      lists:
        layout.key === "project"
          ? rowLists.map((list) => ({
              name: layoutName(list, sheetWords),
              columns: columnsIn(list).flatMap(({ name, ...column }) =>
                name.startsWith("$") ? [] : { name: `${list.field}.${name}`, ...column },
              ),
            }))
          : [],
    })),
  };
}

const askedHeadings = z.object({
  table: z.coerce.number().int().min(0),
  headingAt: z.coerce.number().int().min(0),
  headingRows: z.coerce.number().int().min(1).max(3),
});

/** Returns how a table is read when its headings stand in other rows: `?table=0&headingAt=3&headingRows=1`. */
export async function findSuggestion(
  reader: SignedIn,
  asked: Record<string, string | string[] | undefined>,
) {
  const parsed = askedHeadings.safeParse(asked);
  if (!parsed.success) return null;
  const stored = await findTables(reader, String(asked["importId"]));
  const table = stored?.tables[parsed.data.table];
  if (!table) return null;
  const { headingAt, headingRows } = parsed.data;
  const at = { headingAt, headingRows };
  return columnsOf(table, suggestMapping(table, sheetWords, sheetVocabulary, at));
}

/** Returns the text file of a pending import, to read it again. Null when the reader has none. */
export async function findSheetSource(reader: SignedIn, importId: string) {
  const stored = await findTables(reader, importId);
  return stored?.source ? { name: stored.fileName, bytes: new Uint8Array(stored.source) } : null;
}

type Remembered = { mapping: TableMapping; at: Date };

/** Returns the mappings that a city chose for tables with the same headings, wherever these stand. */
async function findRemembered(cityId: string, tables: SheetTable[]) {
  const keys = tables.map(headingKeys);
  const known = await database().sheetMapping.findMany({
    where: { cityId, heading: { in: [...new Set(keys.flat().map(({ key }) => key))] } },
    select: { heading: true, mapping: true, at: true },
  });
  const byHeading = new Map(known.map((each) => [each.heading, each]));
  return new Map(
    tables.flatMap((table, index): [number, Remembered][] => {
      const at = keys[index]?.find(({ key }) => key !== "" && byHeading.has(key));
      const found = at && byHeading.get(at.key);
      if (!found) return [];
      const { headingAt, headingRows } = at;
      const leftOut = guessLeftOut(table, at).map((row) => row.at);
      const mapping = { ...tableMapping.parse(found.mapping), headingAt, headingRows, leftOut };
      return [[index, { mapping, at: found.at }]];
    }),
  );
}

/** The headings under a mapping, what stands below them, and the rows that are recognised as no data. */
function columnsOf(table: SheetTable, mapping: TableMapping) {
  const at: Headings = mapping;
  const body = bodyOf(table, at);
  return {
    mapping,
    headings: headingsOf(table, at),
    sample: body.slice(0, 3).map(shownRow),
    bodyRows: body.length,
    recognised: guessLeftOut(table, at).slice(0, 200),
  };
}

function shownRow(row: SheetTable["rows"][number]) {
  return {
    at: row.at,
    cells: row.cells.map((cell) => textOf(cell).slice(0, charactersShown)),
  };
}

function columnsIn(layout: Layout) {
  return layout.columns.map((column) => ({
    name: column.name,
    label: columnLabel(layout, column, sheetWords),
    isText: ["line", "text", "markdown"].includes(column.spec?.kind ?? ""),
  }));
}

async function findTables(reader: SignedIn, importId: string) {
  if (!isUuid(importId)) return null;
  const stored = await database().sheetImport.findFirst({
    where: { id: importId, byId: reader.personId, plan: visiblePlans(reader) },
    select: {
      planId: true,
      cityId: true,
      fileName: true,
      exportedAt: true,
      appliedAt: true,
      mapping: true,
      tables: true,
      source: true,
    },
  });
  // Read by its schema when it was stored.
  return stored && { ...stored, tables: stored.tables as SheetTable[] };
}
