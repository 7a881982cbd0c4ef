import { toPlainDigits } from "@/lib/domain/values/digits";

const grouped = /^-?\d{1,3}([ ,\u00a0\u202f]\d{3})+(\.\d+)?$/u;
const plain = /^-?\d+(\.\d+)?$/u;

/**
 * Returns a typed number in the form that code reads: it accepts digits of any script, a typographic minus sign, and
 * groups of three digits with commas or spaces. "−๑,๒๕๐.๕" becomes "-1250.5". In a text that is not a number only the
 * digits change.
 */
export function toPlainNumber(text: string): string {
  const typed = toPlainDigits(text).trim().replace(/^−/u, "-");
  return grouped.test(typed) ? typed.replaceAll(/[ ,\u00a0\u202f]/gu, "") : typed;
}

/**
 * Returns the value of a number field: the number, null when it is empty, or the text itself while it is not a number
 * ("-", "12 or 13"), so that nothing typed is lost and an error can name it.
 */
export function readNumber(text: string): number | string | null {
  const typed = toPlainNumber(text);
  if (typed === "") return null;
  const number = Number(typed);
  // A number with hundreds of digits is infinite in JavaScript and cannot be sent as JSON.
  return plain.test(typed) && Number.isFinite(number) ? number : text;
}
