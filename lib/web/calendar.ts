import "server-only";
import { ICalCalendar } from "ical-generator";
import { createTranslator } from "next-intl";
import { fromDay } from "@/lib/domain/day";
import { defaultLocale } from "@/lib/domain/locale";
import { readingNow, recordAddress } from "@/lib/domain/reading";
import type { Due } from "@/lib/queries/public-due";
import { originOf } from "@/lib/web/public-metadata";
import { words } from "../../messages/en/index";

const t = createTranslator({ locale: defaultLocale, messages: words, namespace: "due" });

/** What is due in a city as a calendar (iCalendar, RFC 5545) of whole days. */
export function writeCalendar(cityName: string, due: Due[]): string {
  const calendar = new ICalCalendar({
    name: t("title", { city: cityName }),
    prodId: { company: t("company"), product: t("product"), language: "EN" },
  });
  for (const each of due) {
    const sentence = t(each.kind, { milestone: each.title, project: each.projectTitle });
    calendar.createEvent({
      id: `${each.id}@${new URL(originOf()).hostname}`,
      // Not the present time: what was not published anew is not fetched anew.
      stamp: each.publishedAt,
      start: fromDay(each.on),
      allDay: true,
      summary: each.isDone ? t("done", { sentence }) : sentence,
      description: t("stated", { date: each.stated }),
      url: `${originOf()}${recordAddress(readingNow, each.record)}`,
    });
  }
  return calendar.toString();
}
