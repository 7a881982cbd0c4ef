import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { Frame } from "@/components/public/frame/frame";
import { OrganisationFacts } from "@/components/public/lists/organisation-facts";
import { PartnerProjects } from "@/components/public/lists/partner-projects";
import { Content } from "@/components/public/shared/content";
import { Section } from "@/components/public/shared/section";
import { PageHeader } from "@/components/ui/page-header";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";
import { listNetworkDays } from "@/lib/queries/public/as-of";
import { findPartner } from "@/lib/queries/public/partners";
import { countProjects, listPublicProjects } from "@/lib/queries/public/projects";

export const dynamic = "force-static";
export const generateStaticParams = () => [];

const getPartner = cache(findPartner);
const shown = 50;

export const generateMetadata = pageMetadata<{ partner: string }>(async ({ partner }) => {
  const found = await getPartner(partner);
  if (!found) return null;
  const t = await getTranslations("partners");
  return {
    path: `/partners/${partner}`,
    title: found.name,
    description: t("pageDescription", { name: found.name }),
  };
});

/** Shows one partner: what it is, its role in each project, by city, and the closed projects that named it. */
export default publicPage<{ partner: string }>(async ({ context, firstDay, partner }) => {
  const known = await getPartner(partner);
  if (!known) return null;
  const t = await getTranslations();
  const [listed, closed] = await Promise.all([
    findProjects({ partner }, context),
    findProjects({ partner, closing: "closed" }, context),
  ]);
  const named = (title: string, { query, projects, count }: Found) =>
    count > 0 && (
      <Section title={title}>
        <PartnerProjects context={context} label={title} slug={partner} projects={projects} />
        <p>
          <a href={addressOf(context, "/projects", query)}>{t("public.term.all", { count })}</a>
        </p>
      </Section>
    );
  return (
    <Frame
      context={context}
      path={`/partners/${partner}`}
      firstDay={firstDay}
      days={await listNetworkDays()}
    >
      <PageHeader
        path={[
          { href: addressOf(context, ""), label: t("public.frame.home") },
          { href: addressOf(context, "/partners"), label: t("partners.title") },
        ]}
        title={<Content>{known.name}</Content>}
      >
        {known.organisation && (
          <OrganisationFacts context={context} organisation={known.organisation} />
        )}
        <p className="max-w-text text-lead">{t("partners.count", { count: listed.count })}</p>
        <p className="max-w-text text-muted text-small">
          {t(known.organisation ? "partners.record" : "partners.unknown")}
        </p>
        <p className="max-w-text text-muted text-small">{t("partners.byCities")}</p>
      </PageHeader>
      {named(t("partners.where"), listed)}
      {named(t("partners.closed"), closed)}
    </Frame>
  );
});

type Found = Awaited<ReturnType<typeof findProjects>>;

/** Returns the first matching projects and the number of all. */
async function findProjects(query: { partner: string; closing?: "closed" }, { asOf }: PageContext) {
  const [page, count] = await Promise.all([
    listPublicProjects(query, { asOf, limit: shown, order: "city" }),
    countProjects(query, { asOf, max: 1000 }),
  ]);
  return { query, projects: "unknown" in page ? [] : page.projects, count };
}
