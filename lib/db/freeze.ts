import "server-only";
import { randomUUID } from "node:crypto";
import { announcePublication } from "@/lib/db/announce";
import { database, type Tx } from "@/lib/db/client";
import { hashOf } from "@/lib/db/edition-hash";
import { keepProgress } from "@/lib/db/report-progress";

/** A new freeze without its number. */
export type NewFreeze = {
  /** `opensAt` is null for a report from before this tracker, for which no city was asked here. */
  report: { id: string; asOf: Date; opensAt: Date | null };
  correction: string;
  frozenAt: Date;
  frozenById: string | null;
  id?: string;
};

/** The part of an edition that is frozen; the hash of a freeze is made from it. */
type FrozenEdition = { recordId: string; number: number; hash: string };

/** SHA-256 over the canonical form (RFC 8785) of [record, edition number, edition hash], sorted by record. */
export function freezeHash(editions: FrozenEdition[]): string {
  const rows = editions.map(({ recordId, number, hash }) => [recordId, number, hash] as const);
  return hashOf(rows.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Freezes a report: stores which edition of each record holds on its day, without withheld records; the first freeze
 * also stores how far every record was. The caller holds the report's lock. Returns null, and stores nothing, when the
 * freeze before holds the same editions.
 */
export async function addFreeze(
  tx: Tx,
  { report, correction, frozenAt, frozenById, id = randomUUID() }: NewFreeze,
): Promise<{ number: number; hash: string } | null> {
  const editions = await tx.$queryRaw<(FrozenEdition & { id: string; cityId: string })[]>`
    select e.id, e."cityId", e."recordId", e.number, e.hash
    from "EditionPeriod" s join "Edition" e on e.id = s."editionId"
    where s."fromDay" <= ${report.asOf}::date and (s."untilDay" is null or s."untilDay" > ${report.asOf}::date)
      and not s."isWithheld"`;
  const hash = freezeHash(editions);
  const last = await tx.reportFreeze.findFirst({
    where: { reportId: report.id },
    orderBy: { number: "desc" },
    select: { number: true, hash: true },
  });
  if (last?.hash === hash) return null;
  const before = await tx.reportFreeze.findFirst({
    where: { report: { asOf: { lt: report.asOf } } },
    orderBy: [{ report: { asOf: "desc" } }, { number: "desc" }],
    select: { id: true },
  });
  const number = (last?.number ?? 0) + 1;
  await tx.reportFreeze.create({
    data: {
      id,
      reportId: report.id,
      number,
      frozenAt,
      frozenById,
      correction,
      hash,
      beforeId: before?.id ?? null,
    },
  });
  const ids = JSON.stringify(editions.map((edition) => [edition.id, edition.cityId]));
  await tx.$executeRaw`
    insert into "ReportEdition" ("freezeId", "editionId", "cityId")
    select ${id}::uuid, (row ->> 0)::uuid, (row ->> 1)::uuid from jsonb_array_elements(${ids}::jsonb) row`;
  if (number === 1 && report.opensAt)
    await keepProgress(tx, { ...report, opensAt: report.opensAt });
  await announcePublication(tx);
  return { number, hash };
}

/** Lists the freezes, "2025/1", whose hash differs from that of their editions; none in a sound database. */
export async function listFreezesWithWrongHash(): Promise<string[]> {
  const freezes = await database().reportFreeze.findMany({
    orderBy: [{ report: { asOf: "asc" } }, { number: "asc" }],
    select: {
      number: true,
      hash: true,
      report: { select: { slug: true } },
      editions: {
        select: { edition: { select: { recordId: true, number: true, hash: true } } },
      },
    },
  });
  return freezes
    .filter(({ hash, editions }) => freezeHash(editions.map((row) => row.edition)) !== hash)
    .map(({ report, number }) => `${report.slug}/${number}`);
}
