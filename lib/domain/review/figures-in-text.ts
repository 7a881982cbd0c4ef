import Big from "big.js";
import { toPlainDigits } from "@/lib/domain/values/digits";

/** A number in a text: as it is written, with Latin digits, and all values that it can mean. */
export type FigureInText = { written: string; values: string[] };

const month =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b";
const year = "(?:19|20|25)\\d\\d";

/** Patterns of numbers that are dates or times: days, times, ranges of years, durations, decades. */
const times = [
  `\\b\\d{4}-\\d\\d(?:-\\d\\d)?(?![\\d-])`,
  `\\b\\d{1,2}(?:st|nd|rd|th)?(?:\\s*[-–—]\\s*\\d{1,2})?\\s+${month}`,
  `\\b${month}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?(?![\\d.,]*\\d)(?=\\W|$)`,
  `\\b${month}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,\\s*${year}\\b`,
  `\\b\\d{1,2}[./]\\d{1,2}[./](?:\\d\\d){1,2}\\b(?![.,]\\d)`,
  `\\b\\d{1,2}:\\d\\d(?::\\d\\d)?\\b`,
  `\\b${year}\\s*[-–—/]\\s*\\d\\d(?:\\d\\d)?\\b(?![.,]\\d)`,
  `\\b\\d+(?:st|nd|rd|th|s)\\b`,
  `\\b\\d+-(?:year|month|week|day|hour)s?\\b`,
].map((pattern) => new RegExp(pattern, "gu"));

/**
 * A number: groups of three digits separated by spaces or marks, or digits with commas and points between them. It
 * always matches the longest form.
 */
const number =
  /(?<![\p{L}\d]|\p{L}-|\d[.,])(\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*)(?!\d|[.,]\d)(?:\s?(thousand|million|billion|trillion|mn|bn)\b)?/giu;

const scales: Record<string, number> = {
  thousand: 1e3,
  million: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
};

/**
 * Returns the numbers with two or more digits in a text, in digits of any script: "20.8-hectare" gives 20.8. Dates,
 * recent years and parts of names ("G20", "COVID-19") are left out. "1.250" may mean 1.25 or 1250, and "1.5 million"
 * 1.5 or 1500000, so all values are returned.
 */
export function figuresIn(text: string): FigureInText[] {
  const plain = times.reduce(
    (left, pattern) => left.replaceAll(pattern, " ; "),
    toPlainDigits(text),
  );
  return [...plain.matchAll(number)].flatMap(([, written = "", scale]) => {
    const digits = written.replaceAll(/\D/gu, "");
    if (digits.length < 2 || new RegExp(`^${year}$`, "u").test(written)) return [];
    const values = valuesOf(written).map((value) => new Big(value));
    const factor = scale && scales[scale.toLowerCase()];
    const scaled = factor ? values.map((value) => value.times(factor)) : [];
    return [{ written, values: [...values, ...scaled].map((value) => value.toFixed()) }];
  });
}

/** Returns every value that "1,250", "1.250,5" or "20,8" can mean, as code writes it. */
function valuesOf(written: string): string[] {
  const joined = written.replaceAll(/[ \u00a0\u202f'’]/gu, "");
  const marks = joined.match(/[.,]/gu) ?? [];
  const last = marks.at(-1);
  if (!last) return [joined];
  const whole = joined.replaceAll(/[.,]/gu, "");
  const at = joined.lastIndexOf(last);
  const decimal = `${joined.slice(0, at).replaceAll(/[.,]/gu, "")}.${joined.slice(at + 1)}`;
  if (marks.length > 1) return [new Set(marks).size === 1 ? whole : decimal];
  return /^[1-9]\d{0,2}[.,]\d{3}$/u.test(joined) ? [whole, decimal] : [decimal];
}
