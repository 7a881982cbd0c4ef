/** The hour, in the recipient's time zone, at which the daily digest is made. */
const digestHour = 7;
const minute = 60_000;
/** One day in minutes. */
const day = 24 * 60;

/** Returns the day of this instant in a time zone, "YYYY-MM-DD". */
export function localDay(at: Date, timeZone: string): string {
  const { year, month, day } = partsOf(at, timeZone);
  return `${year}-${month}-${day}`;
}

/** Returns the next instant after this one at which it is 07:00 in the zone. */
export function nextDigestAt(after: Date, timeZone: string): Date {
  const from = (Math.floor(after.getTime() / minute) + 1) * minute;
  const ahead = (minutesToDigest(from, timeZone) + day) % day;
  const at = from + ahead * minute;
  // A clock change in between makes the result an hour early or late; this corrects it.
  const off = minutesToDigest(at, timeZone);
  return new Date(at + off * minute);
}

/** Returns the minutes until 07:00 in the zone; negative when it is past. */
function minutesToDigest(at: number, timeZone: string): number {
  const { hour, minute } = partsOf(new Date(at), timeZone);
  return digestHour * 60 - Number(hour) * 60 - Number(minute);
}

/**
 * Returns the number of calendar days in a zone from one instant to another: 0 on the same day, negative when it is
 * past.
 */
export function calendarDaysUntil(from: Date, until: Date, timeZone: string): number {
  const midnight = (at: Date) => Date.parse(`${localDay(at, timeZone)}T00:00:00Z`);
  return Math.round((midnight(until) - midnight(from)) / (day * minute));
}

function partsOf(at: Date, timeZone: string) {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
  return {
    year: part("year").padStart(4, "0"),
    month: part("month"),
    day: part("day"),
    hour: part("hour"),
    minute: part("minute"),
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The format is cached, because making one costs a hundred times more than using it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const kept = formats.get(timeZone);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  formats.set(timeZone, made);
  return made;
}
