import type { PartialDate } from "@/lib/domain/partial-date";

/** A date as precise as it is known, in the reader's language, always in the Gregorian calendar and Latin digits. */
export function PartialDateText({ date, locale }: { date: PartialDate; locale: string }) {
  return <time dateTime={date}>{formatPartialDate(date, locale)}</time>;
}

/** "2024" → "2024", "2024-09" → "September 2024", "2024-09-25" → "25 September 2024". */
export function formatPartialDate(date: PartialDate, locale: string): string {
  const [year, month, day] = date.split("-").map(Number);
  return new Intl.DateTimeFormat(`${locale === "en" ? "en-GB" : locale}-u-ca-gregory-nu-latn`, {
    timeZone: "UTC",
    year: "numeric",
    ...(month && { month: "long" }),
    ...(day && { day: "numeric" }),
  }).format(new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1)));
}
