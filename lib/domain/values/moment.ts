import { formatLocale } from "@/lib/domain/language/locale";

/** Returns an instant in words, with the zone named: "22 November 2026, 09:12 (Jakarta, GMT+7)". */
export function momentText(at: Date, timeZone: string, locale: string): string {
  const moment = formatOf(timeZone, locale).format(at);
  return `${moment.replace(" at ", ", ")} (${placeOf(timeZone)}${offsetOf(at, timeZone)})`;
}

/**
 * Returns the format for days and times in a language, with the calendar and the digits that the whole network uses.
 */
export function formatOf(timeZone: string, locale: string) {
  return new Intl.DateTimeFormat(formatLocale(locale), {
    timeZone,
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
}

/** Returns "Ho Chi Minh, " for "Asia/Ho_Chi_Minh"; empty for a zone without a place. */
export function placeOf(timeZone: string) {
  const place = timeZone.split("/")[1];
  return place ? `${place.replaceAll("_", " ")}, ` : "";
}

/** Returns the offset of the zone from UTC at an instant: "GMT+7". */
export function offsetOf(at: Date, timeZone: string) {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone, timeZoneName: "shortOffset" });
  return parts.formatToParts(at).find((part) => part.type === "timeZoneName")?.value ?? timeZone;
}
