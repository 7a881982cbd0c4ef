import { isOfSecretariat, type SignedIn } from "@/lib/domain/people/actor";

/** The secretariat's time zone. People who chose none and work for no city use it too. */
export const secretariatTimeZone = "Asia/Jakarta";

/** Returns true when this machine knows the IANA time zone with this name. */
export function isTimeZone(name: string): boolean {
  return name === "UTC" || Intl.supportedValuesOf("timeZone").includes(name);
}

/**
 * Returns the time zone in which this reader sees the times of a city: the secretariat its own, everybody else the
 * city's.
 */
export function timeZoneFor(reader: SignedIn, cityTimeZone: string): string {
  return isOfSecretariat(reader) ? secretariatTimeZone : cityTimeZone;
}

/** Returns true when a text is a day and a time as a browser's field gives them: "2026-11-25T09:00". */
export function isLocalTime(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u.test(text) && !Number.isNaN(Date.parse(`${text}Z`));
}

/** Returns the instant of a day and a time in an IANA zone. */
export function instantOf(local: string, timeZone: string): Date {
  const asUtc = Date.parse(`${local}Z`);
  // The first offset can be wrong near a clock change; the second one, taken at the estimate, is right there too.
  const about = asUtc - offsetOf(new Date(asUtc), timeZone);
  return new Date(asUtc - offsetOf(new Date(about), timeZone));
}

/** Returns the offset of a zone from UTC at an instant, in milliseconds. */
function offsetOf(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  const shown = `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}:${part("second")}Z`;
  return Date.parse(shown) - Math.floor(at.getTime() / 1000) * 1000;
}
