import { getTranslations } from "next-intl/server";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { AnswerStatus } from "@/components/public/frame/answer-status";
import { Frame } from "@/components/public/frame/frame";
import { PageHeader } from "@/components/ui/page-header";
import { addressOf, type Reading } from "@/lib/domain/site/reading";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

/** What says the same whichever day is asked for; any other path is nobody's. */
const dayless = /^(?:reports|history|numbers|accessibility|open-data)(?:\/|$)|\/editions\/\d+$/u;

export const generateMetadata = pageMetadata<{ path: string[] }>(async ({ path }) => {
  const t = await getTranslations("public.asOf.noDays");
  return dayless.test(path.join("/")) ? { path: "", title: t("title"), description: "" } : null;
});

/** Answers `asOf` where a page has no days (next.config.js leads here): says why, and leads to the page itself. */
export default publicPage<{ path: string[] }>(async ({ reading, path }) => {
  const [folder] = path;
  if (!dayless.test(path.join("/"))) return null;
  const t = await getTranslations("public.asOf.noDays");
  const withoutDay: Reading = { ...reading, asOf: null };
  const address = path.map(encodeURIComponent).join("/");
  return (
    <Frame reading={withoutDay} path={null} days={null}>
      <AnswerStatus status={400} />
      <PageHeader title={t("title")}>
        <p className="max-w-text text-lead">{t(folder === "reports" ? "reports" : "text")}</p>
      </PageHeader>
      <p>
        <a href={addressOf(withoutDay, `/${address}`)}>{t("link")}</a>
      </p>
    </Frame>
  );
});
