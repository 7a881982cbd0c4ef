import { getTranslations } from "next-intl/server";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { Frame } from "@/components/public/frame/frame";
import { MarkdownText } from "@/components/record/shared/markdown";
import { PageHeader } from "@/components/ui/page-header";
import { contentLanguage } from "@/lib/domain/language/locale";
import { readFormulas } from "@/lib/queries/public/formulas";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const generateMetadata = pageMetadata(async () => {
  const t = await getTranslations("progress.page");
  return { path: "/numbers", title: t("title"), description: t("description") };
});

/** Shows every formula with an example, from docs/progress.md. */
export default publicPage(async ({ context }) => {
  const t = await getTranslations("progress.page");
  return (
    <Frame context={context} path="/numbers" days={null}>
      <PageHeader title={t("title")} />
      <div lang={contentLanguage}>
        <MarkdownText text={await readFormulas()} isWholePage />
      </div>
    </Frame>
  );
});
