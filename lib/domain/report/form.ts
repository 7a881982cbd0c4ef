import * as z from "zod";
import { type Day, day } from "@/lib/domain/values/day";
import type { ErrorKey } from "@/lib/domain/values/field-error";
import { line, text } from "@/lib/domain/values/text";

/** A day typed into a form; an empty one is told from a wrong one. */
const typedDay = z
  .string()
  .trim()
  .refine((value) => value !== "", "missing")
  .pipe(day);

/**
 * When a report opens, by when it is due and as of which day it counts. A record counts for the day on which it was
 * submitted (docs/decisions/0010), so nothing is due after the report's own day.
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

/** More time for a city: until the end of a day, and why. */
export const extensionForm = z.object({
  reportId: z.uuid(),
  cityId: z.uuid(),
  untilOn: typedDay,
  reason: line(300).refine((value) => value !== "", "missing"),
});

/** A freeze; the first one has nothing to correct. */
export const freezeForm = z.object({ reportId: z.uuid(), correction: text(600).default("") });

/** Returns the last second of a day: what is due on a day may be sent on that day. */
export function endOfDay(on: Day): Date {
  return new Date(`${on}T23:59:59.000Z`);
}
