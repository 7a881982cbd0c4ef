import * as z from "zod";
import {
  choice,
  decimalText,
  field,
  listWithIds,
  partialDateText,
} from "@/lib/domain/open-data/field";
import { translationsData } from "@/lib/domain/open-data/translation";
import type { Catalogue, FieldEntry, PartEntry } from "@/lib/domain/record/catalogue";
import { wholeNumber } from "@/lib/domain/values/number";
import { orNull } from "@/lib/domain/values/or-null";

/** Values that open data computes beside the parts of a list, by list and part. */
type Computed = { [list: string]: Record<string, z.ZodType> };

/**
 * Returns the schemas of a catalogue's fields for open data, in the order in which people read them. Choices of a field
 * use the spelling of open data; choices within a list use that of the record.
 */
export function dataOf(catalogue: Catalogue, computed: Computed = {}): Record<string, z.ZodType> {
  const fields = Object.entries(catalogue).map(([name, entry]): [string, z.ZodType] => {
    if (name === "translations") return [name, translationsData];
    if (entry.kind !== "choice" || isCode(entry.words))
      return [name, describedField(entry, computed[name])];
    return [name, field(orNull(choice(entry.options), entry.nullable), entry.meaning)];
  });
  return Object.fromEntries(fields);
}

function describedField(
  entry: FieldEntry | PartEntry,
  computed: Record<string, z.ZodType> = {},
): z.ZodType {
  const { meaning, unit } = entry;
  return field(schemaOf(entry, computed), meaning, unit === undefined ? {} : { unit });
}

function schemaOf(entry: FieldEntry | PartEntry, computed: Record<string, z.ZodType>): z.ZodType {
  switch (entry.kind) {
    case "list":
    case "readings": {
      const parts = Object.entries(entry.parts).map(([name, part]) => [name, describedField(part)]);
      return listWithIds({ ...Object.fromEntries(parts), ...computed });
    }
    case "date":
      return partialDateText;
    case "decimal":
      return decimalText;
    case "year":
      return z.int().nullable();
    case "yes_no":
      return z.boolean();
    case "project":
    case "file":
    case "claim_of":
    case "indicator_of":
    case "milestone_of":
      return z.uuid().nullable();
    case "number":
      return entry.isRequired ? wholeNumber(entry) : z.number().nullable();
    case "choice":
      return orNull(isCode(entry.words) ? z.string() : z.enum([...entry.options]), entry.nullable);
    case "framework":
      return orNull(z.string(), entry.nullable);
    default:
      return z.string();
  }
}

/** Languages and currencies are open lists of standard codes, so their values are not enumerated. */
function isCode(words: string) {
  return words === "language" || words === "currency";
}
