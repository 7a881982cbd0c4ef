import "server-only";
import { ICalCalendar } from "ical-generator";
import { createTranslator } from "next-intl";
import { defaultLocale } from "@/lib/domain/language/locale";
import { currentContext, recordAddress } from "@/lib/domain/site/page-context";
import { fromDay } from "@/lib/domain/values/day";
import type { Due } from "@/lib/queries/public/due";
import { siteOrigin } from "@/lib/site/metadata";
import { words } from "../../messages/en/index";

const t = createTranslator({ locale: defaultLocale, messages: words, namespace: "due" });

/** RFC 5545 (3.6) forbids an empty calendar. Apps do not show a time zone, so an empty calendar holds one. */
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
 * Returns the due dates of a city as a calendar of whole days (iCalendar, RFC 5545). For a city without dates it holds
 * only a time zone, and its description says that dates will follow, so that subscriptions continue.
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
      // The time of publication and not the present, so that unchanged entries are not fetched again.
      stamp: each.publishedAt,
      start: fromDay(each.on),
      allDay: true,
      summary: each.isDone ? t("done", { sentence }) : sentence,
      description: t("stated", { date: each.stated }),
      url: `${siteOrigin()}${recordAddress(currentContext, each.record)}`,
    });
  }
  const text = calendar.toString();
  return due.length === 0 ? text.replace(/END:VCALENDAR\s*$/u, `${zone}END:VCALENDAR`) : text;
}
