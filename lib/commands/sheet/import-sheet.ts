import "server-only";
import * as z from "zod";
import { lockPlan } from "@/lib/commands/shared/begin-projects";
import { command } from "@/lib/commands/shared/command";
import { refuse } from "@/lib/domain/result/result";
import { fileOriginOf } from "@/lib/domain/sheet/mapping";
import { sheetTable } from "@/lib/domain/sheet/table";
import { line } from "@/lib/domain/values/text";

/**
 * Stores an uploaded spreadsheet as a pending import of a plan, so that its changes can be previewed. Nothing of the
 * plan changes. It replaces a pending import of the same person. Refuses `invalid` when the file was exported from
 * another plan.
 */
export const importSheet = command({
  permission: "plan.import",
  timeoutMs: 30_000,
  input: z.object({
    planId: z.uuid(),
    importId: z.uuid(),
    fileName: line(300),
    tables: z.array(sheetTable).max(1_000),
    /** The bytes of a text file, which can be read with another separator or encoding. */
    source: z.instanceof(Uint8Array).nullable().default(null),
  }),
  subject: (tx, input) => lockPlan(tx, input.planId),

  async run({ tx, actor, subject: plan, input, now }) {
    const origin = fileOriginOf(input.tables);
    if (origin && origin.planId !== plan.id)
      refuse({ code: "invalid", fields: { file: [{ key: "other_plan" }] } });
    const own = { planId: plan.id, byId: actor.personId };
    await tx.sheetImport.deleteMany({
      where: { ...own, appliedAt: null, NOT: { id: input.importId } },
    });
    await tx.sheetImport.createMany({
      data: {
        id: input.importId,
        ...own,
        cityId: plan.cityId,
        fileName: input.fileName,
        at: now,
        exportedAt: origin && new Date(origin.exportedAt),
        tables: input.tables,
        source: input.source && new Uint8Array(input.source),
      },
      skipDuplicates: true,
    });
    return { value: { importId: input.importId }, entry: null };
  },
});
