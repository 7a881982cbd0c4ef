import { formatLocale } from "@/lib/domain/language/locale";
import type { PartialDate } from "@/lib/domain/values/partial-date";

/** A date as precise as it is known, in the reader's language, always in the Gregorian calendar and Latin digits. */
export function PartialDateText({ date, locale }: { date: PartialDate; locale: string }) {
  return <time dateTime={date}>{formatPartialDate(date, locale)}</time>;
}

// While a date is being typed it may be none yet; the server judges it by lib/domain/values/partial-date.ts.
const aDate = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/u;

/** As `formatPartialDate`, for what is being typed; null while it is no date. */
export function formatIfDate(typed: unknown, locale: string): string | null {
  return typeof typed === "string" && aDate.test(typed) ? formatPartialDate(typed, locale) : null;
}

/** "2024" → "2024", "2024-09" → "September 2024", "2024-09-25" → "25 September 2024". */
export function formatPartialDate(date: PartialDate, locale: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return new Intl.DateTimeFormat(formatLocale(locale), {
    timeZone: "UTC",
    year: "numeric",
    ...(month && { month: "long" }),
    ...(day && { day: "numeric" }),
  }).format(new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1)));
}
