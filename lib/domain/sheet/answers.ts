import * as z from "zod";
import { columnIndex } from "@/lib/domain/sheet/sheet";
import type { SheetTable } from "@/lib/domain/sheet/table";

/** The answer that a title is that of a new project. */
export const newProject = "new";

/** The schema of what was answered about one file. */
export const sheetAnswers = z.object({
  /** Cells that were typed anew, by place: "Projects!D14". */
  cells: z.record(z.string().max(200), z.string().max(40_000)).default({}),
  /** Which project a title of the file is, by the title's key: the project's id, or "new". */
  titles: z.record(z.string().max(1_000), z.string().max(40)).default({}),
});
export type SheetAnswers = z.output<typeof sheetAnswers>;

/** Returns the tables with the cells that were typed anew. */
export function withTyped(tables: SheetTable[], { cells }: SheetAnswers): SheetTable[] {
  const typed = Object.entries(cells).flatMap(([place, text]) => {
    const found = /^(?<sheet>.*)!(?<letters>[A-Z]+)(?<row>\d+)$/su.exec(place)?.groups;
    const { sheet = "", letters = "", row } = found ?? {};
    return found ? [{ sheet, column: columnIndex(letters), row: Number(row), text }] : [];
  });
  if (typed.length === 0) return tables;
  return tables.map((table) => {
    const own = typed.filter(({ sheet }) => sheet === table.name);
    if (own.length === 0) return table;
    const rows = table.rows.map((row) => {
      const inRow = own.filter((each) => each.row === row.at);
      if (inRow.length === 0) return row;
      const filled = [...row.cells];
      for (const { column, text } of inRow) {
        while (filled.length < column) filled.push("");
        filled[column] = { text, notes: ["typed"] };
      }
      return { ...row, cells: filled };
    });
    return { ...table, rows };
  });
}
