import * as z from "zod";

const recordId = z.uuid();
/** One window of a browser that has a record open; made by the browser. */
const tab = z.uuid();
const field = z
  .string()
  .regex(/^[a-z]+$/iu)
  .max(50)
  .nullable();

/**
 * What processes tell each other about a record somebody has open, whichever of them its browser is connected to.
 * Only a hint: what is saved is in the database.
 */
export const liveMessage = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("saved"),
    recordId,
    /** The draft's version after it. */
    version: z.int(),
    fields: z.array(z.string()),
    byId: z.uuid(),
  }),
  /** Somebody said something about the draft. */
  z.object({ kind: z.literal("commented"), recordId }),
  /** Somebody has the record open in this window, and is in this field. */
  z.object({
    kind: z.literal("present"),
    recordId,
    tab,
    personId: z.uuid(),
    name: z.string(),
    field,
  }),
  /** Whoever has the record open in this window went to this field. */
  z.object({ kind: z.literal("moved"), recordId, tab, personId: z.uuid(), field }),
  z.object({ kind: z.literal("left"), recordId, tab, personId: z.uuid() }),
  /** Somebody came and wants to hear who else is there. */
  z.object({ kind: z.literal("asked"), recordId }),
]);

export type LiveMessage = z.output<typeof liveMessage>;

/** What a browser asks to watch: a record, as one of its windows. */
export const watchInput = z.object({ recordId, tab });

/** What a browser tells of itself: the field somebody is in. */
export const presenceInput = z.object({ recordId, tab, field });

/** Somebody else who has the record open, or oneself in another window. */
export type Colleague = { tab: string; name: string; field: string | null; isSelf: boolean };

/** What a browser that watches a record is told. */
export type LiveEvent =
  /** The version that the draft has. */
  | { kind: "version"; version: number }
  | { kind: "people"; people: Colleague[] }
  /** There is something new in the discussion. */
  | { kind: "commented" };
