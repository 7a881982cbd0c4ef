import { isDecimal } from "@/lib/domain/values/money";
import { toPlainNumber } from "@/lib/domain/values/number-text";
import { line } from "@/lib/domain/values/text";

/**
 * An exact decimal that is not negative, kept as text ("1250000.50") because a JSON number would round it. Digits of any
 * script, and groups of three set apart with commas or spaces, are understood. Null where none is stated.
 */
export const decimal = line(40)
  .nullable()
  .transform((value) => (value && toPlainNumber(value)) || null)
  .refine((value) => value === null || isDecimal(value), "decimal");
