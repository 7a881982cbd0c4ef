import * as z from "zod";
import { tableParameters } from "@/lib/domain/table/project-list";
import { line } from "@/lib/domain/values/text";

/** The maximum number of saved views of one person. */
export const maxViews = 50;

/** The schema of the form that saves a view or renames one. */
export const savedView = z.object({
  personId: z.uuid(),
  /** The id of the view to rename; empty for a new one. */
  viewId: z
    .union([z.literal(""), z.uuid()])
    .default("")
    .transform((id) => id || null),
  name: line(80).refine((name) => name !== "", "missing"),
  /** The query string of the table. The page and unknown parameters are removed. */
  query: z.string().max(2000).transform(keptQuery),
});

function keptQuery(query: string) {
  const said = [...new URLSearchParams(query)].filter(([name]) => tableParameters.includes(name));
  return new URLSearchParams(said).toString();
}
