import { useLocale, useTranslations } from "next-intl";
import { NoticeLink } from "@/components/notification/notice-link";
import { Moment } from "@/components/ui/moment";
import { type NoticeAbout, type NoticeDetail, noticePath } from "@/lib/domain/notification/notice";
import { sentenceValues } from "@/lib/domain/notification/notice-words";

type Notice = NoticeAbout & {
  id: string;
  at: Date;
  detail: NoticeDetail;
  readAt: Date | null;
};

/** Shows a person's notices, each with a link to what it is about; an unread one has a word and a bar. */
export function NoticeList({
  personId,
  timeZone,
  notices,
  read,
}: {
  personId: string;
  /** The reader's own time zone. */
  timeZone: string;
  notices: Notice[];
  /** The form that marks a notice as read, named by its sentence. */
  read: (noticeId: string, sentence: string) => React.ReactNode;
}) {
  const t = useTranslations("notices");
  const roles = useTranslations("choices.role");
  const locale = useLocale();
  return (
    <ol className="flex flex-col">
      {notices.map((notice) => {
        const { id, kind, at, detail, readAt } = notice;
        const sentence = t(
          `sentence.${kind}`,
          sentenceValues(detail, {
            locale,
            timeZone,
            profile: t("profile"),
            role: detail.role ? roles(detail.role) : "",
            place: detail.city ? t("place", { city: detail.city }) : "",
          }),
        );
        return (
          <li
            key={id}
            className={`flex flex-wrap items-start justify-between gap-x-6 gap-y-1 border-line border-b py-2 ${readAt ? "" : "border-l-4 border-l-accent pl-3"}`}
          >
            <div className="min-w-0 max-w-text">
              <NoticeLink
                personId={personId}
                noticeId={id}
                href={noticePath(notice, locale)}
                isRead={readAt !== null}
              >
                {sentence}
              </NoticeLink>
              {detail.reason && (
                <p className="line-clamp-3 whitespace-pre-wrap [overflow-wrap:anywhere]">
                  {detail.reason}
                </p>
              )}
              <p className="pb-1 text-muted text-small">
                {readAt === null && <span className="font-semibold text-ink">{t("new")} · </span>}
                {detail.byName && `${t("by", { name: detail.byName })}, `}
                <Moment at={at} timeZone={timeZone} locale={locale} />
              </p>
            </div>
            {readAt === null && read(id, sentence)}
          </li>
        );
      })}
    </ol>
  );
}
