/**
 * Returns the field of a record whose control this is, by the id that the form gives every field; null for anything
 * else.
 */
export function fieldAround(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  const [, field] = /^field-([a-z]+)/iu.exec(target.closest('[id^="field-"]')?.id ?? "") ?? [];
  return field ?? null;
}

/** Returns whether the control offers choices: what is chosen is meant, while a text may be half a word. */
export function isChoice(target: EventTarget): boolean {
  return (
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && /^(checkbox|radio)$/u.test(target.type))
  );
}
