import * as z from "zod";
import { buddhistAsCommon } from "@/lib/domain/values/partial-date";

/** More than anything a city counts, and small enough that a number of JSON holds it with three decimals. */
const maxNumber = 1e12;

/** A number that somebody measured or aims at; not for money (decimal.ts). */
export const number = z.number().min(-maxNumber).max(maxNumber);

/** Returns a number that counts something and has to be there, within the bounds that are said. */
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
