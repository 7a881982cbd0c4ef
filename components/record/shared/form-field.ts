/**
 * Returns the field of a record to which a control belongs, from the element ids of the form; null for anything else.
 */
export function fieldAround(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  const [, field] = /^field-([a-z]+)/iu.exec(target.closest('[id^="field-"]')?.id ?? "") ?? [];
  return field ?? null;
}

/** Returns true when a control selects from options: its value is complete, while a text may be half-typed. */
export function isChoice(target: EventTarget): boolean {
  return (
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && /^(checkbox|radio)$/u.test(target.type))
  );
}
