import * as z from "zod";

/**
 * An item of a list. It keeps its id for life, so that a change of it can be distinguished from a removal and an
 * addition.
 */
export type Item = { id: string } & Record<string, unknown>;

/** Returns a list of at most `max` items with distinct ids. */
export function items<S extends z.ZodRawShape>(shape: S, max = 100) {
  return (
    z
      .array(z.unknown())
      // The count is checked before any item is read, so that a list of a million wrong items gives one error.
      .max(max, "too_many_items")
      .pipe(z.array(z.object({ id: z.uuid(), ...shape })))
      .refine(
        (list) => new Set(list.map((item) => (item as { id: string }).id)).size === list.length,
        "item_twice",
      )
  );
}
