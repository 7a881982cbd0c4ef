import { getTranslations } from "next-intl/server";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { AnswerStatus } from "@/components/public/frame/answer-status";
import { Frame } from "@/components/public/frame/frame";
import { PageHeader } from "@/components/ui/page-header";
import { listNetworkDays } from "@/lib/queries/public/as-of";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const generateMetadata = pageMetadata(async () => {
  const t = await getTranslations("public.asOf.noSuchDay");
  return { path: "", title: t("title"), description: t("text", { example: "2025-09-30" }) };
});

/** Answers a request whose `asOf` is not a day (proxy.ts rewrites to it), and says what to write instead. */
export default publicPage(async ({ context }) => {
  const t = await getTranslations("public.asOf.noSuchDay");
  return (
    <Frame context={context} path="" days={await listNetworkDays()}>
      <AnswerStatus status={400} />
      <PageHeader title={t("title")}>
        <p className="max-w-text text-lead">{t("text", { example: "2025-09-30" })}</p>
      </PageHeader>
    </Frame>
  );
});
