import * as z from "zod";

const recordId = z.uuid();
/** The id of one browser window that has a record open; the browser makes it. */
const tab = z.uuid();
const field = z
  .string()
  .regex(/^[a-z]+$/iu)
  .max(50)
  .nullable();

/** A message between server processes about an open record. It is only a hint: saved data are in the database. */
export const liveMessage = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("saved"),
    recordId,
    /** The version of the draft after the save. */
    version: z.int(),
    fields: z.array(z.string()),
    byId: z.uuid(),
  }),
  /** Somebody added a comment to the discussion of the draft. */
  z.object({ kind: z.literal("commented"), recordId }),
  /** Somebody has the record open in this window and edits this field. */
  z.object({
    kind: z.literal("present"),
    recordId,
    tab,
    personId: z.uuid(),
    name: z.string(),
    field,
  }),
  /** The person in this window moved to this field. */
  z.object({ kind: z.literal("moved"), recordId, tab, personId: z.uuid(), field }),
  z.object({ kind: z.literal("left"), recordId, tab, personId: z.uuid() }),
  /** A new reader asks who else has the record open. */
  z.object({ kind: z.literal("asked"), recordId }),
]);

export type LiveMessage = z.output<typeof liveMessage>;

/** The schema of what a browser subscribes to: a record, from one of its windows. */
export const watchInput = z.object({ recordId, tab });

/** The schema of what a browser reports: the field that is being edited. */
export const presenceInput = z.object({ recordId, tab, field });

/** Another person who has the record open, or the same person in another window. */
export type Colleague = { tab: string; name: string; field: string | null; isSelf: boolean };

/** An event that is sent to a browser that has a record open. */
export type LiveEvent =
  /** The current version of the draft. */
  | { kind: "version"; version: number }
  | { kind: "people"; people: Colleague[] }
  /** The discussion has a new comment. */
  | { kind: "commented" };
