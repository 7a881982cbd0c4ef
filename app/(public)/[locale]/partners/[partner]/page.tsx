import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { pageMetadata, publicPage } from "@/app/(public)/public-page";
import { Frame } from "@/components/public/frame/frame";
import { PartnerProjects } from "@/components/public/lists/partner-projects";
import { Content } from "@/components/public/shared/content";
import { Section } from "@/components/public/shared/section";
import { PageHeader } from "@/components/ui/page-header";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";
import { listNetworkDays } from "@/lib/queries/public/as-of";
import { findPartnerName } from "@/lib/queries/public/partners";
import { countProjects, listPublicProjects } from "@/lib/queries/public/projects";

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

/** Shows one partner: its role in each project, by city, and the closed projects that named it. */
export default publicPage<{ partner: string }>(async ({ context, firstDay, partner }) => {
  const name = await findName(partner);
  if (name === null) return null;
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
        title={<Content>{name}</Content>}
      >
        <p className="max-w-text text-lead">{t("partners.count", { count: listed.count })}</p>
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
