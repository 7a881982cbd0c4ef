import "server-only";
import { createHash } from "node:crypto";
import { v5 as uuidOf } from "uuid";
import type { Tx } from "@/lib/db/client";
import { getFrameworkTerms } from "@/lib/db/frameworks";
import type { Locale } from "@/lib/domain/language/locale";
import { everywhere, meantBy } from "@/lib/domain/organisation/name";
import { readValue } from "@/lib/domain/record/draft";
import type { FrameworkTerms } from "@/lib/domain/record/framework";
import { localLanguagesOf } from "@/lib/domain/record/local-parts";
import { emptyFields } from "@/lib/domain/record/record";
import { withBlanks } from "@/lib/domain/record/translation";
import { sheetAnswers } from "@/lib/domain/sheet/answers";
import { meaningKey } from "@/lib/domain/sheet/cell";
import type { RowChange, SheetImport } from "@/lib/domain/sheet/changes";
import { checkImport } from "@/lib/domain/sheet/edits";
import type { Origin } from "@/lib/domain/sheet/export";
import { readImport } from "@/lib/domain/sheet/import";
import { fileOriginOf, originMapping, sheetMapping } from "@/lib/domain/sheet/mapping";
import type { SheetRecord } from "@/lib/domain/sheet/rows";
import type { Steps } from "@/lib/domain/sheet/steps";
import type { SheetTable } from "@/lib/domain/sheet/table";
import type { KnownTitle } from "@/lib/domain/sheet/titles";
import { readPlanNames } from "@/lib/sheets/names";
import { sheetVocabulary } from "@/lib/sheets/vocabulary";
import { sheetWords } from "@/lib/sheets/words";

/** Longer than a transaction lasts, because a change that was committed after the export may have an earlier time. */
const marginMs = 10_000;

/** An import that was not applied yet. */
export type PendingImport = {
  id: string;
  planId: string;
  cityId: string;
  plan: { frameworkId: string };
};

/**
 * What an imported sheet changes. `fingerprint` stands for the answers and for the versions of the drafts that it
 * changes: while it is the same, the changes are the same.
 */
export type ReadImport = SheetImport & {
  fingerprint: string;
  terms: FrameworkTerms;
  recordOf: (row: RowChange) => SheetRecord;
};

/** Computes what an imported sheet changes in the current plan. Null until the columns are mapped. */
export async function computeImport(
  tx: Tx,
  { id, planId, cityId, plan }: PendingImport,
  run: <T>(steps: Steps<T>) => Promise<T>,
): Promise<ReadImport | null> {
  const stored = await tx.sheetImport.findUniqueOrThrow({
    where: { id },
    select: { tables: true, mapping: true, answers: true },
  });
  // Its schema read it when it was stored, and takes as long again as reading it.
  const tables = stored.tables as SheetTable[];
  const origin = fileOriginOf(tables);
  const mapping =
    sheetMapping.nullable().parse(stored.mapping) ?? (origin ? originMapping(tables) : null);
  if (!mapping) return null;

  const answers = sheetAnswers.parse(stored.answers);
  const terms = await getFrameworkTerms(tx, { id: plan.frameworkId });
  const drafts = await readRecords(tx, planId);
  // The languages for which an exported sheet has empty rows (lib/queries/sheet/sheets.ts).
  const languages = mapping.some(({ layout }) => layout?.endsWith(".translations"))
    ? await readLanguages(tx, cityId)
    : [];
  const records = drafts.map((draft) => ({
    ...draft,
    fields: withBlanks(draft.fields, languages),
  }));
  const byId = new Map<string, SheetRecord>(records.map((record) => [record.id, record]));
  const meanings = await readCityWords(tx, cityId);
  const found = await run(
    readImport({
      tables,
      mapping,
      answers,
      origin,
      planId,
      current: records,
      base: origin ? await readBase(tx, origin, drafts, languages) : new Map(),
      otherTitles: await readOtherTitles(tx, planId, records),
      context: {
        words: sheetWords,
        terms,
        names: await readPlanNames(tx, { id: planId, cityId }, origin?.projects),
        meanings,
        partnerOf: mapping.some((each) => each?.layout === "project.partners")
          ? await readPartnerOf(tx, cityId)
          : () => null,
      },
      guess: (list, word) => sheetVocabulary.optionOf(list, word),
      idFor: (what) => uuidOf(what, id),
    }),
  );
  const recordOf = (row: RowChange): SheetRecord =>
    byId.get(row.recordId) ?? { id: row.recordId, kind: "project", fields: emptyFields("project") };
  const checked = await run(checkImport(found, recordOf, terms));
  const asked = JSON.stringify([stored.mapping, answers, [...meanings]]);
  return { ...checked, recordOf, terms, fingerprint: fingerprintOf(asked, found.rows, records) };
}

/** Returns what words of a city's own mean. */
async function readCityWords(tx: Tx, cityId: string): Promise<Map<string, string>> {
  const words = await tx.sheetWord.findMany({
    where: { cityId },
    orderBy: [{ list: "asc" }, { word: "asc" }],
    select: { list: true, word: true, option: true },
  });
  return new Map(words.map(({ list, word, option }) => [meaningKey(list, word), option]));
}

/** Returns the titles that projects of a plan had in earlier editions, and those in local languages. */
async function readOtherTitles(
  tx: Tx,
  planId: string,
  records: SheetRecord[],
): Promise<KnownTitle[]> {
  const earlier = await tx.$queryRaw<KnownTitle[]>`
    select distinct e."recordId", e.content -> 'fields' ->> 'title' as title
    from "Edition" e join "Project" p on p.id = e."recordId" where p."planId" = ${planId}::uuid`;
  const local = records.flatMap(({ id, kind, fields }): KnownTitle[] => {
    if (kind !== "project") return [];
    const texts = (fields["translations"] ?? []) as { of: string; text: string }[];
    const titles = texts.flatMap(({ of, text }) => (of === "title" ? text : []));
    return [String(fields["localTitle"] ?? ""), ...titles].flatMap((title) =>
      title === "" ? [] : { recordId: id, title },
    );
  });
  return [...earlier.filter(({ title }) => title), ...local];
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
    // Each was parsed when it was written; a draft of an older schema version may lack fields.
    fields: { ...emptyFields(record.kind), ...(content as object) } as Record<string, unknown>,
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

function fingerprintOf(
  asked: string,
  rows: RowChange[],
  records: { id: string; version: number }[],
) {
  const touched = new Set(rows.map((row) => row.recordId));
  const versions = records.flatMap(({ id, version }) =>
    touched.has(id) ? `${id}:${version}` : [],
  );
  return createHash("sha256").update(asked).update(versions.join()).digest("hex");
}
