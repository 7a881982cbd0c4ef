import * as z from "zod";
import { buddhistAsCommon } from "@/lib/domain/values/partial-date";

/** The largest number: more than a city counts, and small enough for a JSON number to hold with three decimals. */
const maxNumber = 1e12;

/** A measured or targeted number. Not for money (decimal.ts). */
export const number = z.number().min(-maxNumber).max(maxNumber);

/** Returns the schema of a required whole number within these bounds. */
export function wholeNumber({
  min = 0,
  max = Number.MAX_SAFE_INTEGER,
}: {
  min?: number;
  max?: number;
}) {
  return z.int().min(min).max(max);
}

/** A year of the Common Era from 1990 to 2100. */
export const year = z
  .int()
  .superRefine((value, context) => {
    const common = buddhistAsCommon(value);
    if (common !== null)
      context.addIssue({ code: "custom", message: "buddhist_year", params: { limit: common } });
  })
  .pipe(z.int().min(1990).max(2100));
