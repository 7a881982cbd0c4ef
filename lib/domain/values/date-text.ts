import { toPlainDigits } from "@/lib/domain/values/digits";
import { readNamedMonth } from "@/lib/domain/values/month-names";
import {
  buddhistAsCommon,
  isPartialDate,
  type PartialDate,
} from "@/lib/domain/values/partial-date";

/** Which of two numbers a writer puts first: the day or the month. */
export type DateOrder = "day_first" | "month_first";

/**
 * What a typed date says: a partial date, and whether its year was one of the Buddhist calendar; or that day and month
 * can be swapped.
 */
export type DateReading = { date: PartialDate; isBuddhist: boolean } | "day_or_month";

/**
 * Reads "2025", "2025-09", "2025-09-30", "30/9/2568", "30 September 2024" or "2025-01-31 00:00:00", with digits of any
 * script and month names of thirteen languages. Years that can only be of the Buddhist calendar are converted. Null for
 * a text that is no date or could be something else, as "2011/12" could be two years.
 */
export function readDateText(typed: string, order: DateOrder | null = null): DateReading | null {
  const text = toPlainDigits(typed)
    .trim()
    .replace(/[T ]00:00(?::00(?:\.0+)?)?(?: ?Z)?$/u, "");
  const iso = /^(\d{4})(?:(?<sign>[-/.])(\d{1,2})(?:[-/.](\d{1,2}))?)?$/u.exec(text);
  if (iso) return isTwoYears(text) ? null : toDate(Number(iso[1]), iso[3], iso[4]);
  const month = /^(\d{1,2})[-/.](\d{4})$/u.exec(text);
  if (month) return toDate(Number(month[2]), month[1]);
  const day = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/u.exec(text);
  if (day) return readDay(Number(day[1]), Number(day[2]), Number(day[3]), order);
  const named = readNamedMonth(text);
  return (
    named &&
    toDate(named.year, String(named.month), named.day === null ? undefined : String(named.day))
  );
}

/** "2011/12" is more often the year that begins in 2011 than December 2011. */
function isTwoYears(text: string) {
  const years = /^(\d{4})\/(\d{2})$/u.exec(text);
  return years !== null && (Number(years[1]) + 1) % 100 === Number(years[2]);
}

function readDay(first: number, second: number, year: number, order: DateOrder | null) {
  const isOpen = first <= 12 && second <= 12 && first !== second;
  if (isOpen && order === null) return "day_or_month";
  const isMonthFirst = second > 12 || (isOpen && order === "month_first");
  const [month, day] = isMonthFirst ? [first, second] : [second, first];
  return toDate(year, String(month), String(day));
}

function toDate(year: number, ...rest: (string | undefined)[]): DateReading | null {
  const common = buddhistAsCommon(year);
  const parts = rest.flatMap((part) => (part === undefined ? [] : part.padStart(2, "0")));
  const date = [String(common ?? year), ...parts].join("-");
  return isPartialDate(date) ? { date, isBuddhist: common !== null } : null;
}
