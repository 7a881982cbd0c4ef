import * as z from "zod";
import { toPlainDigits } from "@/lib/domain/values/digits";
import {
  buddhistAsCommon,
  isPartialDate,
  partialDateShape,
} from "@/lib/domain/values/partial-date";

/** A date is ten characters long; with white space around it, or letters of a script, some more. */
const maxTypedChars = 100;

/**
 * A partial date or null; an empty field of a form counts as null, and digits of other scripts as ours. A year of the
 * Buddhist calendar is refused with the year it would be, and not converted: whether it was meant so is not ours to say.
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
    context.addIssue(
      common === null
        ? { code: "custom", message: "partial_date" }
        : { code: "custom", message: "buddhist_year", params: { limit: common } },
    );
  });
