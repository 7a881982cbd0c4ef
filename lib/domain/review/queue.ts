import * as z from "zod";
import { changeKinds } from "@/lib/domain/review/submission";

/** What a submission waits for; a scheduled one for its hour. */
const queueParts = ["decision", "clearance", "scheduled", "decided"] as const;
export type QueuePart = (typeof queueParts)[number];

/** By what the queue is ordered: what is due first, waits longest, by country, what changes most. */
export const queueSorts = ["deadline", "age", "country", "size"] as const;
export type QueueSort = (typeof queueSorts)[number];

const left = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

/** The queue's state, as the address carries it. What cannot be read is left out. */
export const queueState = z.object({
  part: left(z.enum(queueParts)),
  country: left(z.string().length(2)),
  city: left(z.string().max(80)),
  change: left(z.enum(changeKinds)),
  assigned: left(z.enum(["me", "nobody"])),
  sort: left(z.enum(queueSorts)),
  /** Where the page before ended: the id of its last submission. */
  after: left(z.uuid()),
});

export type QueueState = z.output<typeof queueState>;

/** Returns what the queue's address says after its question mark, with `change` made; what is not said is left out. */
export function toQueueQuery(state: QueueState, change: Partial<QueueState> = {}): string {
  const said = Object.entries({ ...state, ...change }).flatMap(([key, value]) =>
    value ? [[key, value] as [string, string]] : [],
  );
  return said.length > 0 ? `?${new URLSearchParams(said)}` : "";
}
