import * as z from "zod";
import { tableParameters } from "@/lib/domain/table/project-list";
import { line } from "@/lib/domain/values/text";

/** More than anybody finds one's way in. */
export const maxViews = 50;

/** What somebody sends to keep a view, or to give one of theirs another name. */
export const savedView = z.object({
  personId: z.uuid(),
  /** The view that gets this name; a form sends nothing for none. */
  viewId: z
    .union([z.literal(""), z.uuid()])
    .default("")
    .transform((id) => id || null),
  name: line(80).refine((name) => name !== "", "missing"),
  /** What the address of the table says after "?"; of a page within it and of anything else nothing is kept. */
  query: z.string().max(2000).transform(keptQuery),
});

function keptQuery(query: string) {
  const said = [...new URLSearchParams(query)].filter(([name]) => tableParameters.includes(name));
  return new URLSearchParams(said).toString();
}
