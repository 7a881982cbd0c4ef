import { isDecimal } from "@/lib/domain/values/money";
import { toPlainNumber } from "@/lib/domain/values/number-text";
import { line } from "@/lib/domain/values/text";

/**
 * The schema of an exact decimal that is not negative. It is stored as text ("1250000.50"), because a JSON number would
 * round it. Digits of any script, and groups of three digits with commas or spaces, are accepted. Null when none is
 * stated.
 */
export const decimal = line(40)
  .nullable()
  .transform((value) => (value && toPlainNumber(value)) || null)
  .refine((value) => value === null || isDecimal(value), "decimal");
