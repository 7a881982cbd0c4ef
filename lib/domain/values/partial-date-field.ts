import * as z from "zod";
import { readDateText } from "@/lib/domain/values/date-text";
import { toPlainDigits } from "@/lib/domain/values/digits";
import {
  buddhistAsCommon,
  isPartialDate,
  partialDateShape,
} from "@/lib/domain/values/partial-date";

/**
 * The longest text that is accepted for a date: ten characters, and some more for white space or digits of other
 * scripts.
 */
const maxTypedChars = 100;

/**
 * The schema of a partial date or null. An empty form field counts as null, and digits of other scripts are accepted.
 * Forms and imports read everything else that people type (date-text.ts) and show what they understood before it comes
 * here, so a year of the Buddhist calendar is refused here, with the year that it would be.
 */
export const partialDate = z
  .string()
  .max(maxTypedChars, { error: "partial_date", abort: true })
  .nullable()
  .transform((value) => (value && toPlainDigits(value).trim()) || null)
  .superRefine((value, context) => {
    if (value === null || isPartialDate(value)) return;
    const common = partialDateShape.test(value)
      ? buddhistAsCommon(Number(value.slice(0, 4)))
      : null;
    const message = readDateText(value) === "day_or_month" ? "day_or_month" : "partial_date";
    context.addIssue(
      common === null
        ? { code: "custom", message }
        : { code: "custom", message: "buddhist_year", params: { limit: common } },
    );
  });
