/** The hour, on the recipient's clock, at which the digest of a day is made. */
const digestHour = 7;
const minute = 60_000;
/** In minutes. */
const day = 24 * 60;

/** Returns the day on which this instant falls on the clocks of a zone, "YYYY-MM-DD". */
export function localDay(at: Date, timeZone: string): string {
  const { year, month, day } = partsOf(at, timeZone);
  return `${year}-${month}-${day}`;
}

/** Returns the next instant after this one at which clocks of the zone show 07:00. */
export function nextDigestAt(after: Date, timeZone: string): Date {
  const from = (Math.floor(after.getTime() / minute) + 1) * minute;
  const ahead = (minutesToDigest(from, timeZone) + day) % day;
  const at = from + ahead * minute;
  // Where clocks are moved on the way there, it is an hour off, early or late.
  const off = minutesToDigest(at, timeZone);
  return new Date(at + off * minute);
}

/** Returns how many minutes clocks of the zone are short of 07:00; negative when they are past it. */
function minutesToDigest(at: number, timeZone: string): number {
  const { hour, minute } = partsOf(new Date(at), timeZone);
  return digestHour * 60 - Number(hour) * 60 - Number(minute);
}

/** Whole days on the calendars of a zone from one instant to another: 0 on the same day, negative when it is past. */
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

/** Kept, because making one costs a hundred times what using it does. */
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
