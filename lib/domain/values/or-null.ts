import type * as z from "zod";

/** Returns the schema itself, or one that takes null as well where nothing may be said. */
export function orNull(schema: z.ZodType, isNullable: boolean): z.ZodType {
  return isNullable ? schema.nullable() : schema;
}
