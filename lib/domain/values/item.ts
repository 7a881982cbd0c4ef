import * as z from "zod";

/** An item of a list carries an id for life, so that a change of it is told from a removal and an addition. */
export type Item = { id: string } & Record<string, unknown>;

/** Returns a list of at most `max` items with distinct ids. */
export function items<S extends z.ZodRawShape>(shape: S, max = 100) {
  return (
    z
      .array(z.unknown())
      // Counted before any of them is read: what a million wrong ones have in common is that they are too many.
      .max(max, "too_many_items")
      .pipe(z.array(z.object({ id: z.uuid(), ...shape })))
      .refine(
        (list) => new Set(list.map((item) => (item as { id: string }).id)).size === list.length,
        "item_twice",
      )
  );
}
