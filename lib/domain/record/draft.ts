import * as z from "zod";
import type { Edit } from "@/lib/domain/record/merge";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { fieldSchemas } from "@/lib/domain/record/schemas";
import type { Values } from "@/lib/domain/record/typing";
import type { FieldError } from "@/lib/domain/values/field-error";
import { toFieldErrors } from "@/lib/domain/values/field-errors";
import { isSame } from "@/lib/domain/values/same";
import { text } from "@/lib/domain/values/text";

// The schemas below parse the values: "1e400" becomes a number that JSON cannot hold, which is also answered as an
// error of its field.
const changes = z
  .array(z.object({ field: z.string(), seen: z.unknown(), value: z.unknown() }))
  .max(100, "too_many_items");

/** Requested changes before they are parsed: for each field the value that was seen and the new one. */
export type Changes = z.output<typeof changes>;

/** The input that the editor sends to save a draft. */
export const saveDraftInput = z.object({
  recordId: z.uuid(),
  /** The key that the browser made for this save, so that a retry is not a second save. */
  key: z.uuid(),
  /** The version of the draft that the browser knows. With it the answer has only what is new to the browser. */
  version: z.int().nullable(),
  changes,
});

/** Notes for the city alone: they are part of a draft, and never of a submission or an edition. */
const internalNotes = text(20_000);

/**
 * Parses the value of each edit by the schema of its field. Errors are keyed by field, and within a list by the item's
 * id ("milestones.<id>.dueOn", "indicators.<id>.readings.<id>.value"), so that they find their input at any position.
 */
export function parseChanges(kind: RecordKind, raw: Changes) {
  const edits: Edit[] = [];
  // The object has no prototype, so that "__proto__" is an unknown name like any other.
  const errors: Record<string, FieldError[]> = Object.create(null);
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

/**
 * Returns a stored value of a field in the present shape, with defaults for what was added since. A value that its
 * schema cannot parse is returned unchanged.
 */
export function readValue(kind: RecordKind, field: string, stored: unknown): unknown {
  const schemas: Record<string, z.ZodType> = fieldSchemas[kind].shape;
  const schema = Object.hasOwn(schemas, field) ? schemas[field] : undefined;
  const parsed = schema?.safeParse(stored);
  return parsed?.success ? parsed.data : stored;
}

/** Returns the changes that restore earlier values of some fields of a draft; equal values are left out. */
export function changesTo(kind: RecordKind, current: Values, earlier: Values): Changes {
  return Object.entries(earlier).flatMap(([field, stored]) => {
    const value = readValue(kind, field, stored);
    if (isSame(current[field], value)) return [];
    // Both values were parsed from stored JSON.
    return [{ field, seen: current[field], value } as Changes[number]];
  });
}

/**
 * Returns the path within a value with the ids of items instead of their positions, at any depth: "0.readings.2.value".
 */
function pathById(field: string, path: string, value: unknown) {
  if (path === "form") return field;
  const steps = [field];
  let at = value;
  for (const step of path.split(".")) {
    const isInList = Array.isArray(at);
    // A schema found an error at this path, so the value has this part, or nothing at all.
    at = (at as Record<string, unknown> | null | undefined)?.[step];
    const id = isInList ? (at as { id?: unknown } | null | undefined)?.id : undefined;
    steps.push(typeof id === "string" ? id : step);
  }
  return steps.join(".");
}
