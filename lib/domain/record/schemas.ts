import * as z from "zod";
import type { FieldEntry, PartEntry, ValueOf } from "@/lib/domain/record/catalogue";
import { emptyValue } from "@/lib/domain/record/empty";
import { planCatalogue } from "@/lib/domain/record/plan";
import { projectCatalogue } from "@/lib/domain/record/project";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { translationsOf } from "@/lib/domain/record/translation-field";
import { decimal } from "@/lib/domain/values/decimal";
import { items } from "@/lib/domain/values/item";
import { number, wholeNumber, year } from "@/lib/domain/values/number";
import { orNull } from "@/lib/domain/values/or-null";
import { partialDate } from "@/lib/domain/values/partial-date-field";
import { line, roleAddress, text, webAddress } from "@/lib/domain/values/text";

// The schemas of the catalogues. What they accept is well-formed and may be incomplete. They stay on the server.

/** The schema of the fields of a plan's profile in a draft. */
export const planFields = schemaOf("plan", planCatalogue);

/** The schema of the fields of a project in a draft. */
export const projectFields = schemaOf("project", projectCatalogue);

export const fieldSchemas = { plan: planFields, project: projectFields } as const;

function schemaOf<C extends typeof planCatalogue | typeof projectCatalogue>(
  kind: RecordKind,
  catalogue: C,
) {
  const shape = Object.entries(catalogue).map(([name, entry]: [string, FieldEntry]) => [
    name,
    name === "translations" ? translationsOf(kind).default([]) : valueSchema(entry),
  ]);
  // The type says that each schema is that of its entry.
  return z.object(
    Object.fromEntries(shape) as { -readonly [N in keyof C]: z.ZodType<ValueOf<C[N]>> },
  );
}

/** Returns the schema of a value. A field that a later schema version added is empty in older content. */
function valueSchema(entry: FieldEntry | PartEntry): z.ZodType {
  const schema = kindSchema(entry);
  return entry.since === undefined ? schema : schema.default(emptyValue(entry));
}

function kindSchema(entry: FieldEntry | PartEntry): z.ZodType {
  switch (entry.kind) {
    case "line":
      return line(entry.max);
    case "text":
    case "markdown":
      return text(entry.max);
    case "date":
      return partialDate;
    case "decimal":
      return decimal;
    case "year":
      return year.nullable();
    case "yes_no":
      return z.boolean();
    case "address":
      return webAddress;
    case "role_address":
      return roleAddress;
    case "project":
    case "file":
    case "claim_of":
    case "indicator_of":
    case "milestone_of":
      return z.uuid().nullable();
    case "number":
      return numberSchema(entry);
    case "choice":
      return orNull(z.enum([...entry.options]), entry.nullable);
    case "framework":
      return orNull(line(80), entry.nullable);
    case "list":
    case "readings":
      return items(
        Object.fromEntries(
          Object.entries(entry.parts).map(([name, part]) => [name, valueSchema(part)]),
        ),
        entry.max,
      );
    case "text_of":
    case "english_hash":
      throw new Error("The texts in local languages have a schema of their own");
  }
}

function numberSchema(entry: { min?: number; max?: number; isRequired?: true }) {
  if (entry.isRequired) return wholeNumber(entry);
  const { min, max } = entry;
  if (max === undefined) return (min === undefined ? number : number.min(min)).nullable();
  return z
    .number()
    .min(min ?? -max)
    .max(max)
    .nullable();
}
