import { toPlainDigits } from "@/lib/domain/values/digits";

const grouped = /^-?\d{1,3}([ ,\u00a0\u202f]\d{3})+(\.\d+)?$/u;
const plain = /^-?\d+(\.\d+)?$/u;

/**
 * Returns a number as somebody writes it, as code writes it: digits of any script, a minus sign of print, groups of
 * three set apart with commas or spaces: "−๑,๒๕๐.๕" is "-1250.5". What is no number stays as it is, but for its digits.
 */
export function toPlainNumber(text: string): string {
  const typed = toPlainDigits(text).trim().replace(/^−/u, "-");
  return grouped.test(typed) ? typed.replaceAll(/[ ,\u00a0\u202f]/gu, "") : typed;
}

/**
 * Returns what a field for a number holds: the number, null while it is empty, and the text itself while it is no
 * number ("-", "12 or 13"), so that nothing typed is lost and it can be said what is wrong with it.
 */
export function readNumber(text: string): number | string | null {
  const typed = toPlainNumber(text);
  if (typed === "") return null;
  const number = Number(typed);
  // Four hundred digits are no number that JSON could carry.
  return plain.test(typed) && Number.isFinite(number) ? number : text;
}
