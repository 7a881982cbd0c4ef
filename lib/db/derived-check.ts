import "server-only";
import { database, inTransaction, type Tx } from "@/lib/db/client";
import { rebuildDerivedOfCity } from "@/lib/db/rebuild-derived";
import { isSame } from "@/lib/domain/values/same";

/**
 * Lists the slugs of cities whose periods, partners, files of editions or aggregates differ from their editions; none
 * in a sound database. It rebuilds both in a transaction, city by city, and rolls it back: nothing changes.
 */
export async function listCitiesWithWrongDerivedRows(): Promise<string[]> {
  const cities = await database().city.findMany({
    orderBy: { slug: "asc" },
    select: { id: true, slug: true },
  });
  const wrong: string[] = [];
  for (const city of cities) {
    if (!(await isSound(city.id))) wrong.push(city.slug);
  }
  return wrong;
}

class RolledBack extends Error {
  constructor(readonly isSound: boolean) {
    super("taken back");
  }
}

async function isSound(cityId: string): Promise<boolean> {
  try {
    return await inTransaction(async (tx) => {
      const kept = await derivedRows(tx, cityId);
      await rebuildDerivedOfCity(tx, cityId);
      throw new RolledBack(isSame(kept, await derivedRows(tx, cityId)));
    });
  } catch (end) {
    if (end instanceof RolledBack) return end.isSound;
    throw end;
  }
}

/** Rows as JSON, so that dates compare by value. */
async function derivedRows(tx: Tx, cityId: string): Promise<unknown> {
  const periods = await tx.editionPeriod.findMany({
    where: { cityId },
    orderBy: { editionId: "asc" },
  });
  const aggregates = await tx.cityAggregate.findMany({
    where: { cityId },
    orderBy: [{ kind: "asc" }, { term: "asc" }, { fromDay: "asc" }],
  });
  const files = await tx.editionFile.findMany({
    where: { edition: { cityId } },
    orderBy: [{ editionId: "asc" }, { fileId: "asc" }],
  });
  const partners = await tx.periodPartner.findMany({
    where: { cityId },
    orderBy: [{ editionId: "asc" }, { slug: "asc" }],
  });
  return JSON.parse(JSON.stringify({ periods, aggregates, files, partners }));
}
