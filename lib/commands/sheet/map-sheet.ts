import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { lockImport } from "@/lib/commands/shared/lock-import";
import { headingKey, sheetMapping } from "@/lib/domain/sheet/mapping";
import { sheetTable } from "@/lib/domain/sheet/table";

/**
 * Stores which column of a city's own spreadsheet holds which field, and reuses it for the next sheet with the same
 * headings.
 */
export const mapSheet = command({
  permission: "plan.import",
  input: z.object({ importId: z.uuid(), mapping: sheetMapping }),
  subject: (tx, input) => lockImport(tx, input.importId),

  async run({ tx, subject: sheet, input, now }) {
    await tx.sheetImport.update({ where: { id: sheet.id }, data: { mapping: input.mapping } });
    const { cityId } = sheet;
    const tables = sheetTable.array().parse(sheet.tables);
    for (const [index, table] of tables.entries()) {
      const mapping = input.mapping[index];
      if (!mapping) continue;
      const heading = headingKey(table);
      await tx.sheetMapping.upsert({
        where: { cityId_heading: { cityId, heading } },
        create: { cityId, heading, mapping, at: now },
        update: { mapping, at: now },
      });
    }
    return { value: { importId: sheet.id }, entry: null };
  },
});
