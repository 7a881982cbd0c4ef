import { useTranslations } from "next-intl";
import { Section } from "@/components/public/shared/section";
import { PlainTable } from "@/components/ui/plain-table";

/** Shows the filters of projects in the open data, with the meaning and the options of each. */
export function ProjectFilterSection({
  parameters,
}: {
  parameters: { name: string; description: string; schema: { enum?: string[] } }[];
}) {
  const t = useTranslations("openData.page");
  return (
    <Section title={t("filters")} id="filters">
      <p className="max-w-text">{t("filtersText")}</p>
      <PlainTable
        label={t("filters")}
        columns={[{ header: t("filter") }, { header: t("filterMeaning") }]}
        rows={parameters.map(({ name, description, schema }) => ({
          key: name,
          cells: [
            <code key="name">{name}</code>,
            <span key="meaning" className="block max-w-text">
              {description}
              {schema.enum && <code className="block text-small">{schema.enum.join(" · ")}</code>}
            </span>,
          ],
        }))}
      />
    </Section>
  );
}
