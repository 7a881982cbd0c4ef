import * as z from "zod";
import { changeKinds } from "@/lib/domain/review/submission";

/** The parts of the queue, by what a submission waits for; a scheduled one waits for its time. */
const queueParts = ["decision", "clearance", "scheduled", "decided"] as const;
export type QueuePart = (typeof queueParts)[number];

/** The orders of the queue: by deadline, waiting time, country, or number of changes. */
export const queueSorts = ["deadline", "age", "country", "size"] as const;
export type QueueSort = (typeof queueSorts)[number];

const left = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

/** The schema of the queue's query string. Values that cannot be read are left out. */
export const queueState = z.object({
  part: left(z.enum(queueParts)),
  country: left(z.string().length(2)),
  city: left(z.string().max(80)),
  change: left(z.enum(changeKinds)),
  assigned: left(z.enum(["me", "nobody"])),
  sort: left(z.enum(queueSorts)),
  /** The cursor: the id of the last submission of the page before. */
  after: left(z.uuid()),
});

export type QueueState = z.output<typeof queueState>;

/** Returns the query string of the queue with `change` applied; empty values are left out. */
export function toQueueQuery(state: QueueState, change: Partial<QueueState> = {}): string {
  const said = Object.entries({ ...state, ...change }).flatMap(([key, value]) =>
    value ? [[key, value] as [string, string]] : [],
  );
  return said.length > 0 ? `?${new URLSearchParams(said)}` : "";
}
