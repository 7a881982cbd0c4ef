import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { restoreValues } from "@/lib/commands/shared/restore-values";
import { lockRecord } from "@/lib/db/locks";
import { readEditionContent } from "@/lib/domain/record/edition";
import { refuse } from "@/lib/domain/result/result";

/**
 * Sets the draft to the content of an edition, to be edited and submitted like any draft; the city's internal notes
 * stay. Refuses `not_found` when the record has no edition with this number, and otherwise as `restoreValues` does.
 */
export const restoreEdition = command({
  permission: "draft.edit",
  input: z.object({ recordId: z.uuid(), number: z.coerce.number().int(), seen: z.string() }),
  subject: (tx, input) => lockRecord(tx, input.recordId),

  async run({ tx, actor, subject: record, input, now }) {
    const { id: recordId, cityId } = record;
    const { number, seen } = input;
    const edition = await tx.edition.findUnique({
      where: { recordId_number: { recordId, number } },
      select: { content: true },
    });
    if (!edition) refuse({ code: "not_found" });
    const fields = await restoreValues(tx, record, readEditionContent(edition.content).fields, {
      seen,
      actor,
      at: now,
    });
    return {
      value: { recordId, fields },
      entry: { kind: "edition_restored", recordId, cityId, number, fields },
    };
  },
});
