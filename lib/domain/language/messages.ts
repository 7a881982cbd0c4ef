import type { createTranslator, Messages } from "next-intl";

/** Every English message by its place, typed by what it takes (scripts/setup/type-messages.mjs). */
export type { Messages };

/** Says any message by its whole name: "public.changes.first". */
export type Words = ReturnType<typeof createTranslator<Messages>>;

/**
 * Returns whether there is a message under a key that came as data: then `t` takes it, and else the caller has other
 * words.
 */
export function hasMessage<K extends string>(
  t: { has: (key: K) => boolean },
  key: string,
): key is K {
  // Whether it is one of them is what is asked.
  return t.has(key as K);
}
