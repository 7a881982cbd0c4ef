import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NoticeList } from "@/components/notification/notice-list";
import { PageHeader } from "@/components/ui/page-header";
import {
  countUnread,
  findOwnTimeZone,
  inboxState,
  listNotices,
} from "@/lib/queries/notification/notices";
import { requireSignedIn } from "@/lib/web/page";
import { ReadAllForm, ReadForm } from "./read-forms";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notices");
  return { title: t("title") };
}

export default async function InboxPage({ searchParams }: PageProps<"/office/inbox">) {
  const reader = await requireSignedIn("/office/inbox");
  const asked = inboxState.parse(await searchParams);
  const [{ notices, after }, timeZone, unread, t] = await Promise.all([
    listNotices(reader, asked),
    findOwnTimeZone(reader),
    countUnread(reader),
    getTranslations("notices"),
  ]);
  return (
    <div className="flex flex-col gap-6 pb-16">
      <PageHeader title={t("title")}>
        <p className="max-w-text">
          {t.rich("intro", {
            account: (words) => <a href="/office/account#mail">{words}</a>,
          })}
        </p>
      </PageHeader>
      {notices.length === 0 && <p className="max-w-text text-lead">{t("empty")}</p>}
      {notices.length > 0 && (
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <p>{t("unread", { count: unread })}</p>
          {unread > 0 && <ReadAllForm personId={reader.personId} />}
        </div>
      )}
      <NoticeList
        personId={reader.personId}
        timeZone={timeZone}
        notices={notices}
        read={(id, sentence) => (
          <ReadForm personId={reader.personId} noticeId={id} sentence={sentence} />
        )}
      />
      {after && (
        <p>
          <a className="inline-flex min-h-11 items-center" href={`/office/inbox?after=${after}`}>
            {t("older")}
          </a>
        </p>
      )}
    </div>
  );
}
