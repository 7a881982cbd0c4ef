import type { createTranslator, Messages } from "next-intl";

/** Every English message by its key, typed by the values that it takes (scripts/setup/type-messages.mjs). */
export type { Messages };

/** A translator of any message by its full key: "public.changes.first". */
export type Words = ReturnType<typeof createTranslator<Messages>>;

/**
 * Returns true when English has a message under a key that comes from data. If it has, `t` accepts the key; otherwise the
 * caller shows another text.
 */
export function hasMessage<K extends string>(
  t: { has: (key: K) => boolean },
  key: string,
): key is K {
  // The key may be any text; `has` answers whether it is one of the keys.
  return t.has(key as K);
}
