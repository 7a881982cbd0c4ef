import "server-only";
import { createHash } from "node:crypto";
import { v5 as uuidOf } from "uuid";
import type { Tx } from "@/lib/db/client";
import { getFrameworkTerms } from "@/lib/db/frameworks";
import type { Locale } from "@/lib/domain/language/locale";
import { everywhere, meantBy } from "@/lib/domain/organisation/name";
import { readValue } from "@/lib/domain/record/draft";
import { localLanguagesOf } from "@/lib/domain/record/local-parts";
import { emptyFields, parseFields } from "@/lib/domain/record/record";
import { withBlanks } from "@/lib/domain/record/translation";
import type { RowChange } from "@/lib/domain/sheet/changes";
import { checkImport } from "@/lib/domain/sheet/edits";
import type { Origin } from "@/lib/domain/sheet/export";
import { readImport } from "@/lib/domain/sheet/import";
import { fileOriginOf, originMapping, sheetMapping } from "@/lib/domain/sheet/mapping";
import type { SheetRecord } from "@/lib/domain/sheet/rows";
import { sheetTable } from "@/lib/domain/sheet/table";
import { readPlanNames } from "@/lib/sheets/names";
import { sheetWords } from "@/lib/sheets/words";

/** Longer than a transaction lasts, because a change that was committed after the export may have an earlier time. */
const marginMs = 10_000;

type Stored = {
  id: string;
  planId: string;
  cityId: string;
  tables: unknown;
  mapping: unknown;
  plan: { frameworkId: string };
};

/**
 * Reads what an imported sheet changes in the current plan. Null until the columns are mapped. `fingerprint` stands for
 * the versions of the drafts that it was compared with: while it is the same, the result is the same.
 */
export async function readSheetImport(tx: Tx, stored: Stored) {
  const tables = sheetTable.array().parse(stored.tables);
  const origin = fileOriginOf(tables);
  const mapping = origin ? originMapping(tables) : sheetMapping.nullable().parse(stored.mapping);
  if (!mapping) return null;

  const terms = await getFrameworkTerms(tx, { id: stored.plan.frameworkId });
  const drafts = await readRecords(tx, stored.planId);
  // The languages for which an exported sheet has empty rows (lib/queries/sheet/sheets.ts).
  const languages = mapping.some(({ layout }) => layout?.endsWith(".translations"))
    ? await readLanguages(tx, stored.cityId)
    : [];
  const records = drafts.map((draft) => ({
    ...draft,
    fields: withBlanks(draft.fields, languages),
  }));
  const byId = new Map<string, SheetRecord>(records.map((record) => [record.id, record]));
  const found = readImport({
    tables,
    mapping,
    origin,
    planId: stored.planId,
    current: records,
    base: origin ? await readBase(tx, origin, drafts, languages) : new Map(),
    context: {
      words: sheetWords,
      terms,
      names: await readPlanNames(
        tx,
        { id: stored.planId, cityId: stored.cityId },
        origin?.projects,
      ),
      partnerOf: mapping.some(({ layout }) => layout === "project.partners")
        ? await readPartnerOf(tx, stored.cityId)
        : () => null,
    },
    idFor: (what) => uuidOf(what, stored.id),
  });
  const recordOf = (row: RowChange): SheetRecord =>
    byId.get(row.recordId) ?? { id: row.recordId, kind: "project", fields: emptyFields("project") };
  return {
    ...checkImport(found, recordOf, terms),
    recordOf,
    fingerprint: fingerprintOf(found.rows, records),
  };
}

/** Returns the function that says which organisation a partner's name means in the country of a city. */
async function readPartnerOf(tx: Tx, cityId: string): Promise<(name: string) => string | null> {
  const { countryCode } = await tx.city.findUniqueOrThrow({
    where: { id: cityId },
    select: { countryCode: true },
  });
  const rows = await tx.organisationName.findMany({
    where: { within: { in: [everywhere, countryCode] } },
    select: { key: true, within: true, organisationId: true },
  });
  const meanings = rows.map(({ organisationId, ...row }) => ({
    ...row,
    organisation: organisationId,
  }));
  return (name) => meantBy(meanings, name, countryCode);
}

async function readLanguages(tx: Tx, cityId: string) {
  const city = await tx.city.findUniqueOrThrow({
    where: { id: cityId },
    select: { officialLanguages: true },
  });
  return localLanguagesOf(city);
}

async function readRecords(tx: Tx, planId: string) {
  const drafts = await tx.draft.findMany({
    where: { record: { OR: [{ id: planId }, { project: { planId } }] } },
    orderBy: { recordId: "asc" },
    select: { recordId: true, content: true, version: true, record: { select: { kind: true } } },
  });
  return drafts.map(({ recordId, content, version, record }) => ({
    id: recordId,
    kind: record.kind,
    version,
    fields: parseFields(record.kind, content) as Record<string, unknown>,
  }));
}

/** Returns the records as they were at the export: the current ones, with every later change undone. */
async function readBase(
  tx: Tx,
  origin: Origin,
  records: Awaited<ReturnType<typeof readRecords>>,
  languages: Locale[],
): Promise<Map<string, Record<string, unknown>>> {
  const exported = new Map(origin.records.map((record) => [record.id, record.version]));
  const changed = records.filter(
    ({ id, version }) => exported.has(id) && exported.get(id) !== version,
  );
  if (changed.length === 0) return new Map();
  const changes = await tx.draftChange.findMany({
    where: {
      recordId: { in: changed.map((record) => record.id) },
      at: { gte: new Date(Date.parse(origin.exportedAt) - marginMs) },
    },
    orderBy: { at: "desc" },
    select: { id: true, saveId: true, recordId: true, field: true, before: true },
  });
  const base = new Map<string, Record<string, unknown>>();
  for (const { id, kind, version, fields } of changed) {
    const own = changes.filter((change) => change.recordId === id);
    // Each save makes one version, so the newest saves, as many as there are new versions, came after the export.
    const saves = [...new Set(own.map((change) => change.saveId ?? change.id))];
    const since = new Set(saves.slice(0, version - (exported.get(id) ?? version)));
    const before = own
      .filter((change) => since.has(change.saveId ?? change.id))
      .map(({ field, before }) => [field, readValue(kind, field, before)]);
    // Of several changes of a field the oldest comes last, so its value remains.
    base.set(id, withBlanks({ ...fields, ...Object.fromEntries(before) }, languages));
  }
  return base;
}

function fingerprintOf(rows: RowChange[], records: { id: string; version: number }[]) {
  const touched = new Set(rows.map((row) => row.recordId));
  const versions = records.flatMap(({ id, version }) =>
    touched.has(id) ? `${id}:${version}` : [],
  );
  return createHash("sha256").update(versions.join()).digest("hex");
}
