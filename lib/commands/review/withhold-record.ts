import "server-only";
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { rebuildAggregates } from "@/lib/db/aggregates";
import { lockPublished } from "@/lib/db/locks";
import { rebuildPeriods } from "@/lib/db/periods";
import { refuse } from "@/lib/domain/result/result";
import { text } from "@/lib/domain/values/text";

const said = text(2000).refine((words) => words !== "", "missing");

/**
 * Withholds a published record from the public until the withholding ends: its pages, data, files and search show the
 * notice instead, for every day, and no total counts it. Its city reads the reason. Its editions do not change. Refuses
 * `wrong_state` when nothing of it is public, or it is withheld already. Returns the pages that show it.
 */
export const withholdRecord = command({
  permission: "record.withhold",
  input: z.object({ recordId: z.uuid(), reason: said, notice: said }),
  subject: (tx, input) => lockPublished(tx, input.recordId),

  async run({ tx, actor, subject: record, input, now }) {
    if (!record.newest) refuse({ code: "wrong_state", reason: "nothing_public" });
    if (record.isWithheld) refuse({ code: "wrong_state", reason: "already_withheld" });
    const { id: recordId, cityId } = record;
    const { reason, notice } = input;
    await tx.withholding.create({
      data: { id: randomUUID(), recordId, reason, notice, at: now, byId: actor.personId },
    });
    await rebuildPeriods(tx, [recordId]);
    await rebuildAggregates(tx, cityId);
    return {
      value: { recordId },
      entry: { kind: "withheld", recordId, cityId, reason, notice },
    };
  },
});
