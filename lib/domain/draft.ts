import * as z from "zod";
import { toFieldErrors } from "@/lib/domain/field-errors";
import type { Edit } from "@/lib/domain/merge";
import { fieldSchemas, type RecordKind } from "@/lib/domain/record";
import type { FieldError } from "@/lib/domain/result";
import { text } from "@/lib/domain/text";

const changes = z
  .array(z.object({ field: z.string(), seen: z.json(), value: z.json() }))
  .max(100, "too_many_items");

/** What a form sends to save a draft: its edits, as JSON text because forms send text. */
export const saveDraftInput = z.object({
  recordId: z.uuid(),
  changes: z
    .string()
    .max(1_000_000)
    .transform((json, context) => {
      try {
        return JSON.parse(json) as unknown;
      } catch {
        context.addIssue({ code: "custom", message: "not_understood" });
        return z.NEVER;
      }
    })
    .pipe(changes),
});

/** For the city alone: part of a draft, never of a submission or an edition. */
const internalNotes = text(20_000);

/**
 * Reads the value of each edit by the schema of its field. Errors are keyed by field, and within a list by the
 * item's id ("milestones.<id>.dueOn"), so that they find their input whatever its place.
 */
export function parseChanges(kind: RecordKind, raw: z.output<typeof changes>) {
  const edits: Edit[] = [];
  const errors: Record<string, FieldError[]> = {};
  const schemas: Record<string, z.ZodType> = { ...fieldSchemas[kind].shape, internalNotes };
  for (const { field, seen, value } of raw) {
    const schema = Object.hasOwn(schemas, field) ? schemas[field] : undefined;
    if (!schema) {
      errors[field] = [{ key: "unknown_field" }];
      continue;
    }
    const parsed = schema.safeParse(value);
    if (parsed.success) edits.push({ field, seen, value: parsed.data });
    else
      for (const [path, found] of Object.entries(toFieldErrors(parsed.error)))
        errors[pathById(field, path, value)] = found;
  }
  return { edits, errors };
}

function pathById(field: string, path: string, value: unknown) {
  if (path === "form") return field;
  const [index, ...rest] = path.split(".");
  const item = Array.isArray(value) ? value[Number(index)] : undefined;
  return [field, item?.id ?? index, ...rest].join(".");
}
