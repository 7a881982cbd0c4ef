import "server-only";
import { database } from "@/lib/db/client";
import { type Aggregate, addAggregates } from "@/lib/domain/progress/aggregate";
import type { Stage } from "@/lib/domain/record/project";
import { type Day, toDay } from "@/lib/domain/values/day";

/** A freeze in a series, with its numbers of projects. */
export type TrendPoint = {
  slug: string;
  number: number;
  name: string;
  asOf: Day;
  aggregate: Aggregate;
};

/**
 * Lists this freeze and those that it and they were compared with, oldest first, at most eight. Fixed when each was
 * frozen, so that a frozen report never changes.
 */
export async function listTrend(freezeId: string): Promise<TrendPoint[]> {
  type Row = { id: string; slug: string; number: number; name: string; asOf: Date };
  const rows = await database().$queryRaw<Row[]>`
    with recursive chain as (
      select f.id, f."beforeId", f."reportId", f.number from "ReportFreeze" f where f.id = ${freezeId}::uuid
      union all
      select f.id, f."beforeId", f."reportId", f.number from "ReportFreeze" f join chain on f.id = chain."beforeId")
    select chain.id, chain.number, r.slug, r.name, r."asOf"
    from chain join "Report" r on r.id = chain."reportId"
    order by r."asOf" desc limit 8`;
  const aggregates = await countFreezes(rows.map((row) => row.id));
  return rows
    .map(({ id, asOf, ...row }) => ({
      ...row,
      asOf: toDay(asOf),
      aggregate: aggregates.get(id) ?? addAggregates([]),
    }))
    .reverse();
}

/**
 * Counts by stage as `aggregateOf` (lib/domain/progress/aggregate.ts) does, in one statement for a list; a test
 * compares the two.
 */
export async function countFreezes(ids: string[]): Promise<Map<string, Aggregate>> {
  const rows = await database().$queryRaw<{ id: string; stage: Stage; count: number }[]>`
    select r."freezeId" as id, e.content->'fields'->>'stage' as stage, count(*)::int as count
    from "ReportEdition" r join "Edition" e on e.id = r."editionId"
    where r."freezeId" = any(${ids}::uuid[]) and e.kind = 'project'
      and coalesce(e.content->'fields'->>'closing', 'completed') = 'completed'
    group by 1, 2`;
  const aggregates = new Map<string, Aggregate>(ids.map((id) => [id, addAggregates([])]));
  for (const { id, stage, count } of rows) {
    const aggregate = aggregates.get(id);
    if (!aggregate) continue;
    aggregate.total += count;
    aggregate.byStage[stage] += count;
  }
  return aggregates;
}
