import * as z from "zod";
import type { RecordFields } from "@/lib/domain/record/record";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { planFields, projectFields } from "@/lib/domain/record/schemas";

/** The version of everything that is written from now on. */
export const newestSchemaVersion = 4;

/**
 * The content of an edition: one JSON value with its schema version. Editions are kept for ever, so a new shape is a
 * new version, and older versions never change. Versions 2 to 4 only added fields, each with an empty default, so the
 * same schemas parse all versions (docs/decisions/0015, 0040).
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

/**
 * Converts the fields of a record to the content of an edition; throws a ZodError for anything that is not a record.
 */
export function toEditionContent(kind: RecordKind, fields: RecordFields): EditionContent {
  return editionContent.parse({ schemaVersion: newestSchemaVersion, kind, fields });
}

/** Parses an edition's stored content; throws a ZodError for a shape that no version of the product wrote. */
export function readEditionContent(json: unknown): EditionContent {
  return editionContent.parse(json);
}
