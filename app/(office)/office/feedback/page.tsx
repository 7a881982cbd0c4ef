import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { FeedbackList } from "@/components/feedback/feedback-list";
import { FeedbackStates } from "@/components/feedback/feedback-states";
import { PageHeader } from "@/components/ui/page-header";
import { answersFeedback } from "@/lib/domain/people/actor";
import { feedbackListState, listFeedback } from "@/lib/queries/feedback/feedback";
import { findOwnTimeZone } from "@/lib/queries/notification/notices";
import { requireSignedIn } from "@/lib/web/page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("feedbackInbox");
  return { title: t("title") };
}

export default async function FeedbackPage({ searchParams }: PageProps<"/office/feedback">) {
  const reader = await requireSignedIn("/office/feedback");
  if (!answersFeedback(reader)) notFound();
  const asked = feedbackListState.parse(await searchParams);
  const [{ feedback, after }, timeZone, t, locale] = await Promise.all([
    listFeedback(reader, asked),
    findOwnTimeZone(reader),
    getTranslations("feedbackInbox"),
    getLocale(),
  ]);
  return (
    <div className="flex flex-col gap-6 pb-16">
      <PageHeader title={t("title")}>
        <p className="max-w-text">{t("intro")}</p>
      </PageHeader>
      <FeedbackStates current={asked.state} />
      {feedback.length === 0 && (
        <p className="max-w-text text-lead">{t("empty", { state: asked.state })}</p>
      )}
      <FeedbackList feedback={feedback} timeZone={timeZone} locale={locale} />
      {after && (
        <p>
          <a
            className="inline-flex min-h-11 items-center"
            href={`/office/feedback?state=${asked.state}&after=${after}`}
          >
            {t("older")}
          </a>
        </p>
      )}
    </div>
  );
}
