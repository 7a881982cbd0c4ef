import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { rebuildAggregates } from "@/lib/db/aggregates";
import { lockPublished } from "@/lib/db/locks";
import { rebuildPeriods } from "@/lib/db/periods";
import { refuse } from "@/lib/domain/result/result";

/**
 * Makes a withheld record public again, with what was published meanwhile. Refuses `wrong_state` when it is not
 * withheld. Returns the pages that show it.
 */
export const endWithholding = command({
  permission: "record.withhold",
  input: z.object({ recordId: z.uuid() }),
  subject: (tx, input) => lockPublished(tx, input.recordId),

  async run({ tx, actor, subject: record, now }) {
    if (!record.isWithheld) refuse({ code: "wrong_state", reason: "not_withheld" });
    const { id: recordId, cityId } = record;
    await tx.withholding.updateMany({
      where: { recordId, endedAt: null },
      data: { endedAt: now, endedById: actor.personId },
    });
    await rebuildPeriods(tx, [recordId]);
    await rebuildAggregates(tx, cityId);
    return {
      value: { recordId },
      entry: { kind: "withholding_ended", recordId, cityId },
    };
  },
});
