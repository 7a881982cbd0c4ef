import type * as z from "zod";

/** Returns the schema, or one that also accepts null when `isNullable`. */
export function orNull(schema: z.ZodType, isNullable: boolean): z.ZodType {
  return isNullable ? schema.nullable() : schema;
}
