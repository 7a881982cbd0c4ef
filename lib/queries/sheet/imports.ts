import "server-only";
import { validate as isUuid } from "uuid";
import * as z from "zod";
import { database } from "@/lib/db/client";
import type { SignedIn } from "@/lib/domain/people/actor";
import { isAcceptable, isEmptied, type RowChange } from "@/lib/domain/sheet/changes";
import { removesMuch } from "@/lib/domain/sheet/edits";
import { columnLabels } from "@/lib/domain/sheet/layout";
import { optionsOfList } from "@/lib/domain/sheet/options";
import { visiblePlans } from "@/lib/queries/shared/visible";
import { readSheetImport } from "@/lib/sheets/previews";
import { sheetWords } from "@/lib/sheets/words";

/** Rows of a preview sent at once, and errors of it. */
const importRowsPerPage = 100;
const maxErrors = 200;

/** Parses which rows of a preview the address asks for; invalid parts are ignored. */
export function parseImportAddress(asked: Record<string, string | string[] | undefined>) {
  return z
    .object({
      kind: z.enum(["all", "change", "add", "begin", "delete", "conflict", "emptied"]).catch("all"),
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

/** Returns a pending import of a plan: which file it is and how far it is. Null when the reader has none. */
export async function findSheetImport(reader: SignedIn, planId: string, importId: string) {
  const stored = await findStored(reader, importId);
  if (stored?.planId !== planId) return null;
  const [read] = await database().$queryRaw<{ encodings: string[]; hidden: string[] }[]>`
    select
      array(select t ->> 'encoding' from jsonb_array_elements(tables) t where t ->> 'encoding' is not null) as encodings,
      array(select t ->> 'name' from jsonb_array_elements(tables) t
        where (t ->> 'isHidden')::boolean and t ->> 'name' <> '_export') as hidden
    from "SheetImport" where id = ${importId}::uuid`;
  return {
    id: stored.id,
    fileName: stored.fileName,
    isOurs: stored.exportedAt !== null,
    isApplied: stored.appliedAt !== null,
    isMapped: stored.exportedAt !== null || stored.mapping !== null,
    encodings: read?.encodings ?? [],
    hiddenSheets: read?.hidden ?? [],
    columnNames: columnLabels(sheetWords),
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
  const of = (wanted: typeof kind) =>
    wanted === "all" ? read.rows : read.rows.filter((row) => isOfKind(row, wanted));
  const shown = of(kind);
  const count = (wanted: typeof kind) => of(wanted).length;
  const lists = [...new Set(read.questions.words.map(({ list }) => list))];
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
      emptied: count("emptied"),
    },
    conflictKeys: of("conflict").flatMap((row) => (isAcceptable(row) ? row.key : [])),
    acceptable: read.rows.filter(isAcceptable).length,
    errors: read.errors.slice(0, maxErrors),
    errorCount: read.errors.length,
    questions: read.questions,
    options: Object.fromEntries(
      lists.map((list) => [list, optionsOfList(list, sheetWords, read.terms)]),
    ),
    missing: read.missing,
    removed: read.removed,
    emptied: read.emptied,
    held: read.held,
    removesMuch: removesMuch(read),
  };
}

function isOfKind(row: RowChange, kind: RowChange["kind"] | "all" | "conflict" | "emptied") {
  if (kind === "conflict") return row.isConflict;
  return kind === "emptied" ? row.cells.some(isEmptied) : row.kind === kind;
}

async function findStored(reader: SignedIn, importId: string) {
  if (!isUuid(importId)) return null;
  return database().sheetImport.findFirst({
    where: { id: importId, byId: reader.personId, plan: visiblePlans(reader) },
    select: {
      id: true,
      planId: true,
      cityId: true,
      fileName: true,
      exportedAt: true,
      appliedAt: true,
      mapping: true,
      plan: { select: { frameworkId: true } },
    },
  });
}
