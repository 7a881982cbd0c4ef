import { formatOf, momentText, offsetOf, placeOf } from "@/lib/domain/values/moment";

/** Shows an instant as a day and a time, with the zone named: "22 November 2026, 09:12 (Jakarta, GMT+7)". */
export function Moment({
  at,
  timeZone,
  locale,
}: {
  at: Date;
  /** An IANA name, "Asia/Jakarta". */
  timeZone: string;
  locale: string;
}) {
  return <time dateTime={at.toISOString()}>{momentText(at, timeZone, locale)}</time>;
}

/** Shows a period in its shortest form: "22 November 2026, 09:12–09:40 (Jakarta, GMT+7)". */
export function Period({
  from,
  until,
  timeZone,
  locale,
}: {
  from: Date;
  until: Date;
  timeZone: string;
  locale: string;
}) {
  const period = formatOf(timeZone, locale).formatRange(from, until);
  return `${period.replaceAll(" at ", ", ")} (${placeOf(timeZone)}${offsetOf(from, timeZone)})`;
}
