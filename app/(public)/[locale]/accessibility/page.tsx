import { getTranslations } from "next-intl/server";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { Frame } from "@/components/public/frame/frame";
import { Section } from "@/components/public/shared/section";
import { PageHeader } from "@/components/ui/page-header";
import { formatPartialDate } from "@/components/ui/partial-date";
import { feedbackAddress } from "@/lib/domain/feedback/feedback";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

/** The date of the statement; change it with the statement. */
const stated = "2026-11-28";

const tested = ["testedAxe", "testedWidth", "testedKeyboard", "testedScript"] as const;
const known = ["knownReader", "knownContent", "knownFiles", "knownTranslation"] as const;

export const generateMetadata = pageMetadata(async () => {
  const t = await getTranslations("accessibility");
  return { path: "/accessibility", title: t("title"), description: t("description") };
});

/** Shows the accessibility statement: what was done, what is known not to work, and how to complain. */
export default publicPage(async ({ context }) => {
  const t = await getTranslations("accessibility");
  const form = feedbackAddress(context, "/accessibility", "accessibility");
  return (
    <Frame context={context} path="/accessibility" days={null}>
      <PageHeader title={t("title")}>
        <p className="max-w-text text-lead">{t("aim")}</p>
      </PageHeader>
      <Section title={t("testedTitle")}>
        <ul className="flex max-w-text list-disc flex-col gap-2 pl-6">
          {tested.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t("knownTitle")}>
        <ul className="flex max-w-text list-disc flex-col gap-2 pl-6">
          {known.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t("complainTitle")}>
        <p className="max-w-text">
          {t.rich("complain", { link: (words) => <a href={form}>{words}</a> })}
        </p>
        <p className="max-w-text text-muted">
          {t("dated", { date: formatPartialDate(stated, context.locale) })}
        </p>
      </Section>
    </Frame>
  );
});
