import { isDecimal } from "@/lib/domain/values/money";
import { readNumberText, toPlainNumber } from "@/lib/domain/values/number-text";
import { line } from "@/lib/domain/values/text";

/**
 * The schema of an exact decimal that is not negative. It is stored as text ("1250000.50"), because a JSON number would
 * round it. What a form reads as one number is accepted, and so is the stored form: "1.500" stands for 1.5 here, and a
 * form asks about it. Null when none is stated.
 */
export const decimal = line(40)
  .nullable()
  .transform((value) => (value && toPlainNumber(value)) || null)
  .superRefine((value, context) => {
    if (value === null || isDecimal(value)) return;
    const reading = readNumberText(value);
    const message = reading && "either" in reading ? "two_numbers" : "decimal";
    context.addIssue({ code: "custom", message });
  });
