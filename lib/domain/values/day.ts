import * as z from "zod";
import { isDay } from "@/lib/domain/values/calendar-day.mjs";

/** A calendar day, "YYYY-MM-DD". The network uses UTC days (docs/decisions/0010). */
export type Day = string;

/** Returns the day on which this instant falls. */
export function toDay(instant: Date): Day {
  return instant.toISOString().slice(0, 10);
}

/** Returns midnight UTC of a day, which is how PostgreSQL's `date` columns are read and written. */
export function fromDay(day: Day): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

/** The schema of a day that exists. */
export const day = z.string().refine(isDay, "day");
