import * as z from "zod";
import type { OpenDataTable } from "@/lib/domain/open-data/table";

const text = z.string();

/** The schema of one field in the data dictionary. */
export const dictionaryEntry = z
  .object({
    table: text.meta({ description: "The table, as in /api/v1/{table}.csv." }),
    column: text.meta({ description: "The column of the table." }),
    json: text.meta({ description: "The same field in JSON; [] stands for each item of a list." }),
    type: text.meta({ description: "What it holds." }),
    canBeEmpty: z
      .boolean()
      .meta({ description: "Whether it may be null (JSON) or empty (tables)." }),
    choices: z.array(text).meta({ description: "The values of a closed list." }),
    unit: text.meta({ description: "The unit of a number; empty where it has none." }),
    meaning: text.meta({ description: "What it means." }),
    source: text.meta({ description: "Where the value comes from." }),
  })
  .meta({ id: "DictionaryEntry" });

export type DictionaryEntry = z.output<typeof dictionaryEntry>;

/** Returns the dictionary entries of every column of these tables. */
export function dictionaryOf(tables: OpenDataTable[]): DictionaryEntry[] {
  return tables.flatMap((table) => {
    const lists = table.lists.filter((list) => list.path.length > 0);
    const keys = Math.max(0, table.lists.length - 1);
    return table.columns.map(({ name, path, ...column }, index) => ({
      table: table.name,
      column: name,
      // The first columns are keys of the object that contains the list.
      json: [
        ...lists.slice(0, index < keys ? index : undefined).map(nameOfList),
        path.join("."),
      ].join("."),
      ...column,
    }));
  });
}

function nameOfList({ path }: OpenDataTable["lists"][number]) {
  return `${path.join(".")}[]`;
}
