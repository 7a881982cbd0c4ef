import { getTranslations } from "next-intl/server";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { AnswerStatus } from "@/components/public/frame/answer-status";
import { FeedbackForm } from "@/components/public/frame/feedback-form";
import { FeedbackSent } from "@/components/public/frame/feedback-sent";
import { Frame } from "@/components/public/frame/frame";
import { PageHeader } from "@/components/ui/page-header";
import { isFeedbackKind } from "@/lib/domain/feedback/feedback";
import { isOnThisSite } from "@/lib/domain/site/same-site";
import { findFeedbackAttempt } from "@/lib/queries/public/feedback";
import { signForm } from "@/lib/site/form-signature";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const generateMetadata = pageMetadata(async () => {
  const t = await getTranslations("feedback");
  return { path: "/feedback", title: t("title", { kind: "page" }), description: t("description") };
});

/** Shows the feedback form, or what happens next. It is rendered for each request, because it holds the time. */
export default publicPage(async ({ context, query }) => {
  const t = await getTranslations("feedback");
  const attempt = query["again"] ? await findFeedbackAttempt(query["again"]) : null;
  const asked = attempt?.typed ?? query;
  const about = isOnThisSite(asked["about"] ?? "") ? (asked["about"] ?? "/") : "/";
  const kind = isFeedbackKind(asked["kind"]) ? asked["kind"] : "page";
  const { sent } = query;
  const path = `/feedback?${new URLSearchParams({ about, kind })}`;
  return (
    <Frame context={{ ...context, asOf: null }} path={path} days={null}>
      <AnswerStatus status={200} />
      <PageHeader title={sent ? t("sentTitle") : t("title", { kind })}>
        {!sent && <p className="max-w-text text-lead">{t("description")}</p>}
      </PageHeader>
      {sent ? (
        <FeedbackSent locale={context.locale} about={about} who={sent} />
      ) : (
        <FeedbackForm
          locale={context.locale}
          about={about}
          kind={kind}
          signature={signForm(about, new Date())}
          typed={attempt?.typed ?? {}}
          errors={attempt?.errors ?? {}}
        />
      )}
    </Frame>
  );
});
