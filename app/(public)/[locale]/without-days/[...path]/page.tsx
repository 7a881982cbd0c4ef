import { getTranslations } from "next-intl/server";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { AnswerStatus } from "@/components/public/frame/answer-status";
import { Frame } from "@/components/public/frame/frame";
import { PageHeader } from "@/components/ui/page-header";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";
import { pageAt } from "@/lib/site/pages.mjs";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const generateMetadata = pageMetadata<{ path: string[] }>(async ({ path }) => {
  const t = await getTranslations("public.asOf.noDays");
  return hasNoDays(path) ? { path: "", title: t("title"), description: "" } : null;
});

/** Answers a request with `asOf` for a page without days (proxy.ts rewrites to it): says why, and links to the page. */
export default publicPage<{ path: string[] }>(async ({ context, path }) => {
  const [folder] = path;
  if (!hasNoDays(path)) return null;
  const t = await getTranslations("public.asOf.noDays");
  const withoutDay: PageContext = { ...context, asOf: null };
  const address = path.map(encodeURIComponent).join("/");
  return (
    <Frame context={withoutDay} path={null} days={null}>
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

/** Other paths do not exist here. */
function hasNoDays(path: string[]) {
  return pageAt(`/${path.join("/")}`)?.isByDay === false;
}
