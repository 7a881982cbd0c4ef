import { useTranslations } from "next-intl";
import { Content } from "@/components/public/shared/content";
import { PlainTable } from "@/components/ui/plain-table";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

/**
 * Shows partners with a link to the page of each and the number of projects that name it, which links to their list.
 */
export function PartnerTable({
  context,
  partners,
}: {
  context: PageContext;
  partners: { slug: string; name: string; projects: number; cities: number }[];
}) {
  const t = useTranslations("partners");
  return (
    <PlainTable
      label={t("title")}
      columns={[
        { header: t("partner") },
        { header: t("projects"), align: "end" },
        { header: t("cities"), align: "end" },
      ]}
      rows={partners.map(({ slug, name, projects, cities }) => ({
        key: slug,
        cells: [
          <a key="name" href={addressOf(context, `/partners/${slug}`)} className="block max-w-text">
            <Content>{name}</Content>
          </a>,
          <a key="projects" href={addressOf(context, "/projects", { partner: slug })}>
            {projects}
          </a>,
          cities,
        ],
      }))}
    />
  );
}
