import "server-only";
import * as z from "zod";
import { database } from "@/lib/db/client";
import type { DatedSteps } from "@/lib/domain/progress/promises";
import type { EditionOrigin } from "@/lib/domain/record/origin";
import { projectFields } from "@/lib/domain/record/schemas";
import { type Day, fromDay, toDay } from "@/lib/domain/values/day";

const { endsOn, milestones } = projectFields.shape;
const steps = z.object({ endsOn, milestones });

/**
 * Returns the dates stated by the editions of these projects up to a day, oldest first, by the id of the record; none
 * of them withheld. Only this part of their contents leaves the database.
 */
export async function listDatedSteps(
  recordIds: string[],
  asOf: Day | null,
): Promise<Record<string, DatedSteps[]>> {
  if (recordIds.length === 0) return {};
  const rows = await database().$queryRaw<
    { recordId: string; on: Date; origin: EditionOrigin; endsOn: unknown; milestones: unknown }[]
  >`
    select e."recordId", e."effectiveOn" as on, e.origin, e.content->'fields'->'endsOn' as "endsOn",
      e.content->'fields'->'milestones' as milestones
    from "Edition" e
    where e."recordId" = any(${recordIds}::uuid[]) and e.kind = 'project'
      and e."effectiveOn" <= ${fromDay(asOf ?? "2199-12-31")}
      and not exists (
        select 1 from "Withholding" w where w."recordId" = e."recordId" and w."endedAt" is null)
    order by e."recordId", e."effectiveOn", e.number`;
  const histories: Record<string, DatedSteps[]> = {};
  for (const { recordId, on, origin, ...said } of rows) {
    const read = steps.parse(said);
    histories[recordId] = [
      ...(histories[recordId] ?? []),
      { effectiveOn: toDay(on), origin, ...read },
    ];
  }
  return histories;
}
