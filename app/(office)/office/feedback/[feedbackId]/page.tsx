import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { FeedbackFacts } from "@/components/feedback/feedback-facts";
import { FeedbackSteps } from "@/components/feedback/feedback-steps";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/people/policy";
import { momentText } from "@/lib/domain/values/moment";
import { sendsMail } from "@/lib/mail/mail";
import { findFeedback } from "@/lib/queries/feedback/feedback";
import { findOwnTimeZone } from "@/lib/queries/notification/notices";
import { requireSignedIn } from "@/lib/web/page";
import { AnswerForm, RemoveAddressForm, SetAsideForm } from "./feedback-forms";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("feedbackInbox");
  return { title: t("title") };
}

export default async function OneFeedbackPage({
  params,
}: PageProps<"/office/feedback/[feedbackId]">) {
  const { feedbackId } = await params;
  const reader = await requireSignedIn(`/office/feedback/${feedbackId}`);
  const feedback = (await findFeedback(reader, feedbackId)) ?? notFound();
  const [timeZone, t, locale] = await Promise.all([
    findOwnTimeZone(reader),
    getTranslations("feedbackInbox"),
    getLocale(),
  ]);
  const how = feedback.email === null ? "none" : sendsMail() ? "mail" : "noServer";
  return (
    <div className="flex flex-col gap-8 pb-16">
      <PageHeader
        path={[{ href: "/office/feedback", label: t("title") }]}
        title={t("one", { date: momentText(feedback.at, timeZone, locale) })}
      />
      <FeedbackFacts feedback={feedback} />
      <FeedbackSteps steps={feedback.steps} timeZone={timeZone} locale={locale} />
      {can(reader, "feedback.answer", feedback) && (
        <AnswerForm feedbackId={feedback.id} how={how} />
      )}
      {feedback.state === "new" && can(reader, "feedback.setAside", feedback) && (
        <SetAsideForm feedbackId={feedback.id} />
      )}
      {feedback.email !== null && can(reader, "feedback.removeAddress", feedback) && (
        <RemoveAddressForm feedbackId={feedback.id} />
      )}
    </div>
  );
}
