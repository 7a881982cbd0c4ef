import { useTranslations } from "next-intl";
import { Content } from "@/components/public/shared/content";
import { type Organisation, useCountryOf } from "@/components/public/shared/organisation";
import { PlainTable } from "@/components/ui/plain-table";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

/**
 * Shows partners with kind and country, a link to the page of each, and the number of projects that name it, which links to their list.
 */
export function PartnerTable({
  context,
  partners,
}: {
  context: PageContext;
  partners: {
    slug: string;
    name: string;
    projects: number;
    cities: number;
    organisation: Organisation | null;
  }[];
}) {
  const t = useTranslations("partners");
  const words = useTranslations();
  const countryOf = useCountryOf();
  return (
    <PlainTable
      label={t("title")}
      columns={[
        { header: t("partner") },
        { header: t("kind"), isFolded: true },
        { header: words("public.projects.country"), isFolded: true },
        { header: t("projects"), align: "end" },
        { header: t("cities"), align: "end" },
      ]}
      rows={partners.map(({ slug, name, projects, cities, organisation }) => ({
        key: slug,
        cells: [
          <a key="name" href={addressOf(context, `/partners/${slug}`)} className="block max-w-text">
            <Content>{name}</Content>
          </a>,
          organisation ? words(`choices.partnerKind.${organisation.kind}`) : "–",
          (organisation && countryOf(organisation)) ?? "–",
          <a key="projects" href={addressOf(context, "/projects", { partner: slug })}>
            {projects}
          </a>,
          cities,
        ],
      }))}
    />
  );
}
