import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { lockImport } from "@/lib/commands/shared/lock-import";
import { sheetTable } from "@/lib/domain/sheet/table";

/**
 * Stores the table of a text file that was read again with another separator or encoding. What its columns are and what
 * was answered about it is asked anew.
 */
export const rereadSheet = command({
  permission: "plan.import",
  timeoutMs: 30_000,
  input: z.object({ importId: z.uuid(), tables: z.array(sheetTable).max(1_000) }),
  subject: (tx, input) => lockImport(tx, input.importId),

  async run({ tx, subject: sheet, input, now }) {
    // The state of an import holds its time, so the new tables are read.
    await tx.$executeRaw`
      update "SheetImport" set tables = ${JSON.stringify(input.tables)}::jsonb, mapping = null, answers = '{}', at = ${now}
      where id = ${sheet.id}::uuid`;
    return { value: { importId: sheet.id }, entry: null };
  },
});
