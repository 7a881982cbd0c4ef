import { formatLocale } from "@/lib/domain/language/locale";
import { buddhistOffset, type PartialDate } from "@/lib/domain/values/partial-date";

/** Shows a date in its precision, in the reader's language and with Latin digits. */
export function PartialDateText({ date, locale }: { date: PartialDate; locale: string }) {
  return <time dateTime={date}>{formatPartialDate(date, locale)}</time>;
}

// A half-typed date may not match; the server checks it with lib/domain/values/partial-date.ts.
const aDate = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/u;

/** Returns the same as `formatPartialDate` for text that is being typed; null while it is not a date. */
export function formatIfDate(typed: unknown, locale: string): string | null {
  return typeof typed === "string" && aDate.test(typed) ? formatPartialDate(typed, locale) : null;
}

/**
 * Returns "2024" for "2024", "September 2024" for "2024-09" and "25 September 2024" for "2024-09-25". Languages for
 * which Intl differs from official papers have forms of their own; Thai has the Buddhist year first: "25 กันยายน 2567
 * (2024)".
 */
export function formatPartialDate(date: PartialDate, locale: string): string {
  const [year = 0, month, day] = date.split("-").map(Number);
  const format = new Intl.DateTimeFormat(formatLocale(locale), {
    timeZone: "UTC",
    year: "numeric",
    ...(month && { month: "long" }),
    ...(day && { day: "numeric" }),
  });
  const parts = format.formatToParts(new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1)));
  const official = officialParts[new Intl.Locale(locale).language];
  if (!official) return parts.map(({ value }) => value).join("");
  const monthName = parts.find(({ type }) => type === "month")?.value;
  return [
    day && official.day(day),
    month && official.month(month, monthName ?? ""),
    official.year(year, !month),
  ]
    .filter(Boolean)
    .join(" ");
}

type OfficialParts = {
  day: (day: number) => string;
  month: (month: number, name: string) => string;
  year: (year: number, isAlone: boolean) => string;
};

const officialParts: Partial<Record<string, OfficialParts>> = {
  km: {
    day: (day) => `ថ្ងៃទី ${day}`,
    month: (_, name) => `ខែ${name}`,
    year: (year, isAlone) => (isAlone ? `${year}` : `ឆ្នាំ ${year}`),
  },
  th: {
    day: String,
    month: (_, name) => name,
    year: (year) => `${year + buddhistOffset} (${year})`,
  },
  vi: {
    day: (day) => `ngày ${day}`,
    month: (month) => `tháng ${month}`,
    year: (year, isAlone) => (isAlone ? `${year}` : `năm ${year}`),
  },
};
