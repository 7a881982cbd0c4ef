import * as z from "zod";
import type { RecordFields } from "@/lib/domain/record/record";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { planFields, projectFields } from "@/lib/domain/record/schemas";

/** What is written from now on says this. */
export const newestSchemaVersion = 4;

/**
 * What an edition holds: one JSON value that says its own shape. Editions are kept for ever, so a new shape is
 * a new schema version, never a change of an older one. Versions 2 to 4 only added fields, each with a default that
 * says nothing, so the same schemas read the earlier ones (docs/decisions/0015, 0040).
 */
const schemaVersion = z.literal([1, 2, 3, 4]);

const editionContent = z.discriminatedUnion("kind", [
  z.strictObject({
    schemaVersion,
    kind: z.literal("project"),
    fields: projectFields.strict(),
  }),
  z.strictObject({
    schemaVersion,
    kind: z.literal("plan"),
    fields: planFields.strict(),
  }),
]);

export type EditionContent = z.output<typeof editionContent>;

/** Turns the fields of a record into what an edition holds; throws a ZodError for anything that is not a record. */
export function toEditionContent(kind: RecordKind, fields: RecordFields): EditionContent {
  return editionContent.parse({ schemaVersion: newestSchemaVersion, kind, fields });
}

/** Reads an edition's stored content; throws a ZodError for a shape that no version of the product wrote. */
export function readEditionContent(json: unknown): EditionContent {
  return editionContent.parse(json);
}
