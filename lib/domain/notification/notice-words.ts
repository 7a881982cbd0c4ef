import type { NoticeDetail } from "@/lib/domain/notification/notice";
import { momentText } from "@/lib/domain/values/moment";

/** The words that a notice's sentence takes from elsewhere. */
export type NoticeWords = {
  locale: string;
  timeZone: string;
  /** What a record without a title of its own is called: a plan's profile. */
  profile: string;
  /** A role in words. */
  role: string;
  /** ", Phuket" for a city's role, nothing for another. */
  place: string;
};

/** Returns what fills the sentence of a notice (messages `notices.sentence`), whoever says it, a page or a mail. */
export function sentenceValues(detail: NoticeDetail, words: NoticeWords) {
  const { locale, timeZone, profile, role, place } = words;
  return {
    title: detail.title ?? profile,
    city: detail.city ?? "",
    page: detail.page ?? "",
    report: detail.report ?? "",
    until: detail.until ? momentText(new Date(detail.until), timeZone, locale) : "",
    count: detail.count ?? 0,
    days: detail.days ?? 0,
    number: detail.number ?? 1,
    answer: detail.answer ?? "accepted",
    waitsFor: detail.waitsFor ?? "decision",
    role,
    place,
  };
}
