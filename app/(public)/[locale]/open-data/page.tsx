import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { publicPage } from "@/app/(public)/public-page";
import { Frame } from "@/components/public/frame/frame";
import { ProjectFilterSection } from "@/components/public/lists/project-filter-section";
import { DictionarySection } from "@/components/public/network/data-dictionary";
import { OperationTable } from "@/components/public/network/operation-table";
import { Section } from "@/components/public/shared/section";
import { PageHeader } from "@/components/ui/page-header";
import { defaultLocale } from "@/lib/domain/language/locale";
import { licence } from "@/lib/domain/open-data/licence";
import { dictionary, tables } from "@/lib/open-data/datasets";
import { describeParameters } from "@/lib/open-data/openapi";
import { operations } from "@/lib/open-data/operations";
import { projectParameters } from "@/lib/open-data/parameters";
import { siteOrigin } from "@/lib/site/metadata";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations({ locale: defaultLocale });
  return {
    metadataBase: new URL(siteOrigin()),
    title: `${t("openData.page.title")} – ${t("public.frame.name")}`,
    description: t("openData.page.description"),
    alternates: { canonical: "/api" },
  };
}

/** Shows how to use the data, in English only, at /api (next.config.js). */
export default publicPage(async ({ context }) => {
  if (context.locale !== defaultLocale) return null;
  const t = await getTranslations("openData.page");
  const origin = siteOrigin();
  const asked = [
    `${origin}/api/v1/projects?country=PH&stage=ongoing`,
    `${origin}/api/v1/projects.csv?asOf=2024-09-25`,
    `${origin}/api/v1/changes.atom?city=phuket`,
    `${origin}/api/v1/due.ics?city=phuket`,
  ];
  return (
    <Frame context={context} path={null} days={null}>
      <PageHeader title={t("title")}>
        <p className="max-w-text text-lead">{t("lead")}</p>
      </PageHeader>
      <Section title={t("everything")}>
        <p className="max-w-text">
          {t.rich("dump", { link: (words) => <a href="/api/v1/dump.zip">{words}</a> })}
        </p>
      </Section>
      <Section title={t("licence")} id="licence">
        <p className="max-w-text">
          <a href={licence.address}>{licence.name}</a> ({licence.shortName}). {licence.scope}
        </p>
        <p className="max-w-text">{t("attribution", { attribution: licence.attribution })}</p>
      </Section>
      <Section title={t("examples")}>
        <ul className="flex flex-col gap-1">
          {asked.map((address) => (
            <li key={address}>
              <a href={address.slice(origin.length)} className="break-all">
                <code>{address}</code>
              </a>
            </li>
          ))}
        </ul>
        <pre className="whitespace-pre-wrap break-all bg-wash p-3 text-small">
          <code>{`curl -s '${asked[0]}' | jq '.items[] | [.city, .title]'`}</code>
        </pre>
        <ul className="flex max-w-text list-disc flex-col gap-1 pl-5">
          {(["paging", "asOf", "again", "share", "errors", "csv", "hash", "embed"] as const).map(
            (rule) => (
              <li key={rule}>{t(`rules.${rule}`)}</li>
            ),
          )}
        </ul>
      </Section>
      <Section title={t("addresses")} id="addresses">
        <p className="max-w-text">
          {t.rich("openapi", { link: (words) => <a href="/api/v1/openapi.json">{words}</a> })}
        </p>
        <OperationTable
          operations={Object.entries(operations).map(([address, { summary, parameters }]) => ({
            address,
            summary,
            parameters: Object.keys(parameters),
          }))}
        />
      </Section>
      <ProjectFilterSection parameters={describeParameters(projectParameters, "query")} />
      <DictionarySection tables={tables} dictionary={dictionary} />
    </Frame>
  );
});
