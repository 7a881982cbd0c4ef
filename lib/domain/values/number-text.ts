import { toPlainDigits } from "@/lib/domain/values/digits";

/** The sign that a writer puts before decimals; the other one then groups thousands. */
export type DecimalMark = "point" | "comma";

/**
 * What a typed number says: one number in the form that code reads, with the decimal mark that it shows (null when it
 * shows none), or two numbers, because "1.500" is one thousand five hundred or one and a half.
 */
export type NumberReading = { number: string; mark: DecimalMark | null } | { either: EitherNumber };
type EitherNumber = Record<DecimalMark, string>;

const spaces = /[ \u00a0\u2009\u202f'’](?=\d{3}(?!\d))/gu;

/**
 * Reads a typed number: digits of any script, a typographic minus sign, thousands grouped with spaces, commas or
 * points, decimals after a point or a comma. With `mark`, it is read as the writer's decimal mark says. Null for a text
 * that is not a number.
 */
export function readNumberText(
  text: string,
  mark: DecimalMark | null = null,
): NumberReading | null {
  const typed = toPlainDigits(text)
    .trim()
    .replace(/^[−–]\s*/u, "-");
  const isSpaced = /^-?\d{1,3}([ \u00a0\u2009\u202f'’]\d{3})+([.,]\d+)?$/u.test(typed);
  const bare = isSpaced ? typed.replaceAll(spaces, "") : typed;
  if (/^-?\d+$/u.test(bare)) return { number: bare, mark: null };
  const found = /^-?(?<whole>\d[\d.,]*)(?<sign>[.,])(?<last>\d+)$/u.exec(bare)?.groups;
  if (!found) return null;
  const { whole = "", sign, last = "" } = found;
  const own: DecimalMark = sign === "." ? "point" : "comma";
  const other: DecimalMark = own === "point" ? "comma" : "point";
  const asDecimal = isGrouped(whole, other) && { number: toNumber(bare, own), mark: own };
  const isThousands = !isSpaced && last.length === 3 && isGrouped(whole, own, true);
  const asThousands = isThousands && { number: toNumber(bare, other), mark: other };
  if (asDecimal && asThousands) {
    if (mark !== null)
      return { number: mark === own ? asDecimal.number : asThousands.number, mark };
    return {
      either: { [own]: asDecimal.number, [other]: asThousands.number } as EitherNumber,
    };
  }
  return asDecimal || asThousands || null;
}

/** Returns whether the digits before the last sign are whole, or grouped in threes with the sign of `mark`. */
function isGrouped(digits: string, mark: DecimalMark, isFirstGroup = false) {
  const sign = mark === "point" ? "\\." : ",";
  const begins = isFirstGroup ? "[1-9]\\d{0,2}" : "\\d{1,3}";
  if (/^\d+$/u.test(digits)) return !isFirstGroup || new RegExp(`^${begins}$`, "u").test(digits);
  return new RegExp(`^${begins}(${sign}\\d{3})+$`, "u").test(digits);
}

function toNumber(text: string, mark: DecimalMark) {
  return mark === "point" ? text.replaceAll(",", "") : text.replaceAll(".", "").replace(",", ".");
}

/**
 * Returns a typed number in the form that code reads: "−๑,๒๕๐.๕" becomes "-1250.5". In a text that is not a number, or
 * that can be two numbers, only the digits change.
 */
export function toPlainNumber(text: string): string {
  const reading = readNumberText(text);
  return reading && "number" in reading ? reading.number : toPlainDigits(text).trim();
}

/**
 * Returns the value of a number field: the number, null when it is empty, or the text itself while it is not one number
 * ("-", "12 or 13", "1.500"), so that nothing typed is lost and an error can name it. `max` is the largest number that
 * the field takes: a reading beyond it is not meant.
 */
export function readNumber(text: string, max = Number.POSITIVE_INFINITY): number | string | null {
  if (text.trim() === "") return null;
  const reading = readNumberText(text);
  if (reading === null) return text;
  if ("number" in reading) {
    const number = Number(reading.number);
    // A number with hundreds of digits is infinite in JavaScript and cannot be sent as JSON.
    return Number.isFinite(number) ? number : text;
  }
  const within = Object.values(reading.either)
    .map(Number)
    .filter((number) => Math.abs(number) <= max);
  return within.length === 1 ? (within[0] ?? text) : text;
}
