import { getTranslations } from "next-intl/server";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { Frame } from "@/components/public/frame/frame";
import { Section } from "@/components/public/shared/section";
import { MarkdownText } from "@/components/record/shared/markdown";
import { PageHeader } from "@/components/ui/page-header";
import { contentLanguage } from "@/lib/domain/language/locale";
import { readFormulas, readMethod } from "@/lib/queries/public/method";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export const generateMetadata = pageMetadata(async () => {
  const t = await getTranslations("progress.page");
  return { path: "/numbers", title: t("title"), description: t("description") };
});

/** Shows how each figure is made, from docs/method.md and its translations, and the formulas from docs/progress.md. */
export default publicPage(async ({ context }) => {
  const t = await getTranslations("progress.page");
  return (
    <Frame context={context} path="/numbers" days={null}>
      <PageHeader title={t("title")} />
      <MarkdownText text={await readMethod(context.locale)} isWholePage />
      <Section title={t("formulas")} id="formulas">
        <p className="text-muted">{t("formulasNote")}</p>
        <div lang={contentLanguage}>
          <MarkdownText text={await readFormulas()} />
        </div>
      </Section>
    </Frame>
  );
});
