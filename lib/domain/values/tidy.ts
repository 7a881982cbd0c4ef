import { isSame } from "@/lib/domain/values/same";

/** Text as it is kept: one kind of line break, no white space around it, in Unicode form NFC. */
export function tidy(text: string): string {
  return text.replaceAll("\r\n", "\n").trim().normalize("NFC");
}

/**
 * Returns whether two JSON values are kept alike. A space typed at the end of a word is no change of it, and must not
 * be taken from under the fingers of somebody who types the next.
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
