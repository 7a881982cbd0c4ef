import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { lockImport } from "@/lib/commands/shared/lock-import";
import { refuse } from "@/lib/domain/result/result";
import { fieldsTwice, headingKey, sheetMapping } from "@/lib/domain/sheet/mapping";
import type { SheetTable } from "@/lib/domain/sheet/table";

/**
 * Stores how the tables of a file are read: where the headings stand, which rows are left out, and which column holds
 * which field. It is offered for the next sheet with the same headings. Refuses `invalid` when two columns hold one
 * field and are not joined, and while it is open how the letters of a text file are stored.
 */
export const mapSheet = command({
  permission: "plan.import",
  input: z.object({ importId: z.uuid(), mapping: sheetMapping }),
  subject: (tx, input) => lockImport(tx, input.importId),

  async run({ tx, subject: sheet, input, now }) {
    if (input.mapping.some((table) => fieldsTwice(table).length > 0))
      refuse({ code: "invalid", fields: { mapping: [{ key: "field_twice" }] } });
    const read = await tx.sheetImport.findUniqueOrThrow({
      where: { id: sheet.id },
      select: { tables: true },
    });
    // Read by its schema when it was stored.
    const tables = read.tables as SheetTable[];
    if (tables.some(({ asksEncoding }) => asksEncoding))
      refuse({ code: "invalid", fields: { mapping: [{ key: "encoding_open" }] } });
    await tx.sheetImport.update({
      where: { id: sheet.id },
      data: { mapping: input.mapping },
    });
    const { cityId } = sheet;
    for (const [index, table] of tables.entries()) {
      const mapping = input.mapping[index];
      const heading = mapping ? headingKey(table, mapping) : "";
      if (!mapping || heading === "") continue;
      await tx.sheetMapping.upsert({
        where: { cityId_heading: { cityId, heading } },
        create: { cityId, heading, mapping, at: now },
        update: { mapping, at: now },
      });
    }
    return { value: { importId: sheet.id }, entry: null };
  },
});
