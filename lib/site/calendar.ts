import "server-only";
import { ICalCalendar } from "ical-generator";
import { createTranslator } from "next-intl";
import { defaultLocale } from "@/lib/domain/language/locale";
import { readingNow, recordAddress } from "@/lib/domain/site/page-context";
import { fromDay } from "@/lib/domain/values/day";
import type { Due } from "@/lib/queries/public/due";
import { siteOrigin } from "@/lib/site/metadata";
import { words } from "../../messages/en/index";

const t = createTranslator({ locale: defaultLocale, messages: words, namespace: "due" });

/** RFC 5545 (3.6) forbids a calendar that holds nothing. A time zone says nothing to anybody, so no app shows it. */
const zone = [
  "BEGIN:VTIMEZONE",
  "TZID:Etc/UTC",
  "BEGIN:STANDARD",
  "DTSTART:19700101T000000",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0000",
  "END:STANDARD",
  "END:VTIMEZONE",
  "",
].join("\r\n");

/**
 * Returns what is due in a city as a calendar (iCalendar, RFC 5545) of whole days. One of a city that names no date yet
 * holds a time zone alone, and says in its description that it waits for the first date: whoever subscribes keeps it.
 */
export function writeCalendar(cityName: string, due: Due[]): string {
  const calendar = new ICalCalendar({
    name: t("title", { city: cityName }),
    description: due.length === 0 ? t("none", { city: cityName }) : null,
    prodId: { company: t("company"), product: t("product"), language: "EN" },
  });
  for (const each of due) {
    const sentence = t(each.kind, { milestone: each.title, project: each.projectTitle });
    calendar.createEvent({
      id: `${each.id}@${new URL(siteOrigin()).hostname}`,
      // Not the present time: what was not published anew is not fetched anew.
      stamp: each.publishedAt,
      start: fromDay(each.on),
      allDay: true,
      summary: each.isDone ? t("done", { sentence }) : sentence,
      description: t("stated", { date: each.stated }),
      url: `${siteOrigin()}${recordAddress(readingNow, each.record)}`,
    });
  }
  const text = calendar.toString();
  return due.length === 0 ? text.replace(/END:VCALENDAR\s*$/u, `${zone}END:VCALENDAR`) : text;
}
