import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { Content } from "@/components/public/content";
import { Frame } from "@/components/public/frame";
import { PartnerProjects } from "@/components/public/partner-projects";
import { Section } from "@/components/public/section";
import { PageHeader } from "@/components/ui/page-header";
import { addressOf } from "@/lib/domain/reading";
import { findPartnerName } from "@/lib/queries/public-partners";
import { countProjects, listProjects } from "@/lib/queries/public-projects";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

const findName = cache(findPartnerName);
const shown = 50;

export const generateMetadata = pageMetadata<{ partner: string }>(async ({ partner }) => {
  const name = await findName(partner);
  if (name === null) return null;
  const t = await getTranslations("partners");
  return {
    path: `/partners/${partner}`,
    title: name,
    description: t("pageDescription", { name }),
  };
});

/** One partner: what it does, in which projects of which cities. */
export default publicPage<{ partner: string }>(async ({ reading, firstDay, partner }) => {
  const name = await findName(partner);
  if (name === null) return null;
  const t = await getTranslations();
  const { asOf } = reading;
  const [page, count] = await Promise.all([
    listProjects({ partner }, { asOf, limit: shown, order: "city" }),
    countProjects({ partner }, { asOf, most: 1000 }),
  ]);
  const projects = "unknown" in page ? [] : page.projects;
  return (
    <Frame reading={reading} path={`/partners/${partner}`} firstDay={firstDay}>
      <PageHeader
        path={[
          { href: addressOf(reading, ""), label: t("public.frame.home") },
          { href: addressOf(reading, "/partners"), label: t("partners.title") },
        ]}
        title={<Content>{name}</Content>}
      >
        <p className="max-w-text text-lead">{t("partners.count", { count })}</p>
        <p className="max-w-text text-muted text-small">{t("partners.byCities")}</p>
      </PageHeader>
      {count > 0 && (
        <Section title={t("partners.where")}>
          <PartnerProjects reading={reading} slug={partner} projects={projects} />
          <p>
            <a href={addressOf(reading, "/projects", { partner })}>
              {t("public.term.all", { count })}
            </a>
          </p>
        </Section>
      )}
    </Frame>
  );
});
