import type { NoticeDetail } from "@/lib/domain/notification/notice";
import { momentText } from "@/lib/domain/values/moment";

/** The texts that the sentence of a notice takes from elsewhere. */
export type NoticeWords = {
  locale: string;
  timeZone: string;
  /** The name of a record without a title: a plan's profile. */
  profile: string;
  /** The name of a role. */
  role: string;
  /** ", Phuket" for a role of a city, empty for others. */
  place: string;
};

/** Returns the values of a notice's sentence (messages `notices.sentence`), for a page or a mail. */
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
