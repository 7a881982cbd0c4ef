import { isOfSecretariat, type SignedIn } from "@/lib/domain/people/actor";

/** Where the secretariat works; also the zone of people who have chosen none and work for no city. */
export const secretariatTimeZone = "Asia/Jakarta";

/** Returns whether this machine knows a zone of this name (IANA). */
export function isTimeZone(name: string): boolean {
  return name === "UTC" || Intl.supportedValuesOf("timeZone").includes(name);
}

/**
 * Returns the zone in which this reader is told times about a city: the secretariat's own for the secretariat, the
 * city's for everybody else.
 */
export function timeZoneFor(reader: SignedIn, cityTimeZone: string): string {
  return isOfSecretariat(reader) ? secretariatTimeZone : cityTimeZone;
}

/** Returns whether a text is a day and a time as a browser's field says them: "2026-11-25T09:00". */
export function isLocalTime(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u.test(text) && !Number.isNaN(Date.parse(`${text}Z`));
}

/** Returns the instant of a day and a time in an IANA zone. */
export function instantOf(local: string, timeZone: string): Date {
  const asUtc = Date.parse(`${local}Z`);
  // The offset of about then is right but near a change of clocks; the second look is right there too.
  const about = asUtc - offsetOf(new Date(asUtc), timeZone);
  return new Date(asUtc - offsetOf(new Date(about), timeZone));
}

/** Returns how many milliseconds a zone's clocks are ahead of UTC at an instant. */
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
