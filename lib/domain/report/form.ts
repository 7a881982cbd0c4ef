import * as z from "zod";
import { type Day, day } from "@/lib/domain/values/day";
import type { ErrorKey } from "@/lib/domain/values/field-error";
import { line, text } from "@/lib/domain/values/text";

/** The schema of a day in a form; an empty field and a wrong day give different errors. */
const typedDay = z
  .string()
  .trim()
  .refine((value) => value !== "", "missing")
  .pipe(day);

/**
 * The schema of a report: when it opens, when it is due and which day it counts. A record counts for the day on which
 * it was submitted (docs/decisions/0010), so the deadline is not after the report's own day.
 */
export const reportForm = z
  .object({
    name: line(120).refine((value) => value !== "", "missing"),
    asOf: typedDay,
    opensOn: typedDay,
    dueOn: typedDay,
  })
  .superRefine(({ asOf, opensOn, dueOn }, context) => {
    const wrong = (field: string, message: ErrorKey) =>
      context.addIssue({ code: "custom", message, path: [field] });
    if (dueOn < opensOn) wrong("dueOn", "due_before_opening");
    if (dueOn > asOf) wrong("dueOn", "due_after_report_day");
  });

/** The schema of an extension for one city: until the end of a day, with a reason. */
export const extensionForm = z.object({
  reportId: z.uuid(),
  cityId: z.uuid(),
  untilOn: typedDay,
  reason: line(300).refine((value) => value !== "", "missing"),
});

/** The schema of a freeze; the first one has nothing to correct. */
export const freezeForm = z.object({ reportId: z.uuid(), correction: text(600).default("") });

/** Returns the last second of a day: what is due on a day may be sent on that day. */
export function endOfDay(on: Day): Date {
  return new Date(`${on}T23:59:59.000Z`);
}
