import "server-only";
import { validate as isUuid } from "uuid";
import * as z from "zod";
import { database } from "@/lib/db/client";
import type { SignedIn } from "@/lib/domain/people/actor";
import type { RowChange } from "@/lib/domain/sheet/changes";
import { removesMuch } from "@/lib/domain/sheet/edits";
import { columnLabel, layoutName, layouts } from "@/lib/domain/sheet/layout";
import { headingsOf, suggestMapping } from "@/lib/domain/sheet/mapping";
import { sheetTable } from "@/lib/domain/sheet/table";
import { visiblePlans } from "@/lib/queries/shared/visible";
import { readSheetImport } from "@/lib/sheets/imports";
import { sheetWords } from "@/lib/sheets/words";

/** Rows of a preview sent at once. */
const importRowsPerPage = 100;

/** Parses which rows of a preview the address asks for; invalid parts are ignored. */
export function parseImportAddress(asked: Record<string, string | string[] | undefined>) {
  return z
    .object({
      kind: z.enum(["all", "change", "add", "begin", "delete", "conflict"]).catch("all"),
      page: z.coerce.number().int().min(1).max(10_000).catch(1),
    })
    .parse(asked);
}

/**
 * Returns the plan for which a spreadsheet may be imported, for those who may see its drafts. Null when it does not
 * exist.
 */
export async function findImportPlan(reader: SignedIn, planId: string) {
  if (!isUuid(planId)) return null;
  return database().plan.findFirst({
    where: { AND: [{ id: planId }, visiblePlans(reader)] },
    select: { id: true, cityId: true, city: { select: { name: true } } },
  });
}

/** Returns a pending import of a plan, with the starting point of its mapping. Null when the reader has none. */
export async function findSheetImport(reader: SignedIn, planId: string, importId: string) {
  const stored = await findStored(reader, importId);
  if (stored?.planId !== planId) return null;
  const tables = sheetTable.array().parse(stored.tables);
  return {
    id: stored.id,
    fileName: stored.fileName,
    isOurs: stored.exportedAt !== null,
    isApplied: stored.appliedAt !== null,
    isMapped: stored.exportedAt !== null || stored.mapping !== null,
    encodings: tables.flatMap((table) => table.encoding ?? []),
    tables: tables.map((table) => ({
      name: table.name,
      headings: headingsOf(table),
      sample: table.rows
        .slice(1, 4)
        .map((row) => row.cells.map((cell) => (typeof cell === "string" ? cell : cell.text))),
      rows: Math.max(0, table.rows.length - 1),
      suggested: suggestMapping(table, sheetWords),
    })),
    layouts: layouts.map((layout) => ({
      key: layout.key,
      name: layoutName(layout, sheetWords),
      columns: layout.columns.map((column) => ({
        name: column.name,
        label: columnLabel(layout, column, sheetWords),
      })),
    })),
  };
}

/**
 * Returns what an import would change, by pages of rows. Null when the reader has none, or its columns are not mapped
 * yet.
 */
export async function findImportPreview(
  reader: SignedIn,
  importId: string,
  { kind, page }: ReturnType<typeof parseImportAddress>,
) {
  const stored = await findStored(reader, importId);
  const read = stored && !stored.appliedAt && (await readSheetImport(database(), stored));
  if (!read) return null;
  const of = (rows: RowChange[], wanted: typeof kind) =>
    rows.filter(
      (row) => wanted === "all" || (wanted === "conflict" ? row.isConflict : row.kind === wanted),
    );
  const shown = of(read.rows, kind);
  const count = (wanted: typeof kind) => of(read.rows, wanted).length;
  return {
    fingerprint: read.fingerprint,
    rows: shown.slice((page - 1) * importRowsPerPage, page * importRowsPerPage),
    page,
    pages: Math.max(1, Math.ceil(shown.length / importRowsPerPage)),
    totals: {
      all: count("all"),
      change: count("change"),
      add: count("add"),
      begin: count("begin"),
      delete: count("delete"),
      conflict: count("conflict"),
    },
    conflictKeys: of(read.rows, "conflict").flatMap((row) =>
      row.errors.length > 0 ? [] : row.key,
    ),
    acceptable: read.rows.filter((row) => row.errors.length === 0).length,
    errors: read.errors,
    missing: read.missing,
    removed: read.removed,
    held: read.held,
    removesMuch: removesMuch(read),
  };
}

async function findStored(reader: SignedIn, importId: string) {
  if (!isUuid(importId)) return null;
  return database().sheetImport.findFirst({
    where: { id: importId, byId: reader.personId, plan: visiblePlans(reader) },
    include: { plan: { select: { frameworkId: true } } },
  });
}
