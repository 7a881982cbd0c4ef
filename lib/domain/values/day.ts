import * as z from "zod";
import { isPartialDate } from "@/lib/domain/values/partial-date";

/** A calendar day, "YYYY-MM-DD". The network's day is UTC's (docs/decisions/0010). */
export type Day = string;

/** Returns the day on which this instant falls. */
export function toDay(instant: Date): Day {
  return instant.toISOString().slice(0, 10);
}

/** The instant PostgreSQL's `date` columns are read and written as: midnight UTC. */
export function fromDay(day: Day): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

/** A day that exists. */
export const day = z.string().refine((value) => value.length === 10 && isPartialDate(value), "day");
