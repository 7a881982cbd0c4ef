import "server-only";
import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import type { Tx } from "@/lib/db/client";
import type { Steps } from "@/lib/domain/sheet/steps";
import { computeImport, type PendingImport, type ReadImport } from "@/lib/sheets/imports";

/** A computed import with the state of all that it was computed from: while that is the same, so is the result. */
type Kept = { state: string; read: Promise<ReadImport | null> };

/** Imports that people look at now; each holds the drafts of a plan. */
const kept = new LRUCache<string, Kept>({ max: 4, ttl: 15 * 60_000 });

/** The time after which a computation lets others be answered. */
const sliceMs = 10;

/**
 * Returns what an imported sheet changes in the current plan; null until it is known which column is what. It is
 * computed once for all pages of a preview and for applying it, and again when a draft, an answer or the mapping
 * changes. While it is computed, other requests are answered.
 */
export async function readSheetImport(tx: Tx, pending: PendingImport): Promise<ReadImport | null> {
  const state = await stateOf(tx, pending);
  const known = kept.get(pending.id);
  if (known?.state === state) return known.read;
  const read = computeImport(tx, pending, inSlices);
  kept.set(pending.id, { state, read });
  read.catch(() => kept.delete(pending.id));
  return read;
}

/** Runs a computation and lets other work of the server go on in between. */
async function inSlices<T>(steps: Steps<T>): Promise<T> {
  let until = performance.now() + sliceMs;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await setImmediate();
    until = performance.now() + sliceMs;
  }
}

async function stateOf(tx: Tx, { id, planId, cityId }: PendingImport): Promise<string> {
  const [found] = await tx.$queryRaw<
    { own: string; drafts: string | null; words: string | null }[]
  >`
    select
      (select i.at::text || coalesce(i.mapping::text, '') || i.answers::text
        from "SheetImport" i where i.id = ${id}::uuid) as own,
      (select md5(string_agg(d."recordId"::text || d.version, ',' order by d."recordId"))
        from "Draft" d left join "Project" p on p.id = d."recordId"
        where d."recordId" = ${planId}::uuid or p."planId" = ${planId}::uuid) as drafts,
      (select md5(string_agg(w.list || ' ' || w.word || ' ' || w.option, ',' order by w.list, w.word))
        from "SheetWord" w where w."cityId" = ${cityId}::uuid) as words`;
  return createHash("sha256").update(JSON.stringify(found)).digest("hex");
}
