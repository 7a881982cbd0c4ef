import { isSame } from "@/lib/domain/values/same";

/** Returns text in the form in which it is stored: one kind of line break, trimmed, in Unicode form NFC. */
export function tidy(text: string): string {
  return text.replaceAll("\r\n", "\n").trim().normalize("NFC");
}

/**
 * Returns true when two JSON values are equal once they are stored. A space typed at the end of a word is not a change,
 * and must not be removed while somebody types the next word.
 */
export function isKeptAlike(a: unknown, b: unknown): boolean {
  return isSame(tidied(a), tidied(b));
}

function tidied(value: unknown): unknown {
  if (typeof value === "string") return tidy(value);
  if (Array.isArray(value)) return value.map(tidied);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tidied(inner)]));
}
