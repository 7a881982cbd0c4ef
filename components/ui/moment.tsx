/** An instant as a day and a time, with the zone named: "22 November 2026, 09:12 (Jakarta, GMT+7)". */
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
  return <time dateTime={at.toISOString()}>{formatMoment(at, timeZone, locale)}</time>;
}

function formatMoment(at: Date, timeZone: string, locale: string): string {
  const language = `${locale === "en" ? "en-GB" : locale}-u-ca-gregory-nu-latn`;
  const moment = new Intl.DateTimeFormat(language, {
    timeZone,
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  }).format(at);
  return `${moment.replace(" at ", ", ")} (${placeOf(timeZone)}${offsetOf(at, timeZone)})`;
}

/** "Asia/Ho_Chi_Minh" → "Ho Chi Minh, "; a zone without a place says its offset alone. */
function placeOf(timeZone: string) {
  const place = timeZone.split("/")[1];
  return place ? `${place.replaceAll("_", " ")}, ` : "";
}

function offsetOf(at: Date, timeZone: string) {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone, timeZoneName: "shortOffset" });
  return parts.formatToParts(at).find((part) => part.type === "timeZoneName")?.value ?? timeZone;
}
