import * as z from "zod";
import { field } from "@/lib/domain/open-data/field";

const text = z.string();
const computed = { source: "computed" } as const;

/** The schema of a record's texts in local languages, beside the English ones. */
export const translationsData = field(
  z.array(
    z.object({
      language: field(text, "The language it is written in (BCP 47)."),
      of: field(text, "The text it stands beside: title, or milestones.<id>.title."),
      text: field(text, "The text."),
      englishHash: field(
        text,
        "FNV-1a (32 bits) of the English it was written for, in UTF-8.",
        computed,
      ),
      isStale: field(z.boolean(), "Whether the English changed since.", computed),
    }),
  ),
  "Texts in local languages that the city wrote beside the English texts.",
);
