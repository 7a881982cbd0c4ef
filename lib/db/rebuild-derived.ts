import "server-only";
import { rebuildAggregates } from "@/lib/db/aggregates";
import { database, inTransaction, type Tx } from "@/lib/db/client";
import { rebuildPeriods } from "@/lib/db/periods";

/** Rebuilds everything that is derived from a city's editions. */
export async function rebuildDerivedOfCity(tx: Tx, cityId: string): Promise<void> {
  const records = await tx.record.findMany({ where: { cityId }, select: { id: true } });
  await rebuildPeriods(
    tx,
    records.map((record) => record.id),
  );
  await rebuildAggregates(tx, cityId);
}

/** Rebuilds every city, each in a transaction of its own, for an upgrade that derives more from older editions. */
export async function rebuildDerived(): Promise<void> {
  const cities = await database().city.findMany({ select: { id: true } });
  for (const { id } of cities) await inTransaction((tx) => rebuildDerivedOfCity(tx, id));
}
