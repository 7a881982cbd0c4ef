import { useTranslations } from "next-intl";
import { Content } from "@/components/public/shared/content";
import type { PublicProjectRow } from "@/components/public/shared/project-table";
import { StageBadge } from "@/components/record/shared/stage-badge";
import { PlainTable } from "@/components/ui/plain-table";
import { nameKey } from "@/lib/domain/organisation/name";
import { partnerSlug } from "@/lib/domain/organisation/partner";
import { isListed, type ProjectFields } from "@/lib/domain/record/project";
import { addressOf, type PageContext, recordAddress } from "@/lib/domain/site/page-context";

type Row = Omit<PublicProjectRow, "fields"> & {
  fields: ProjectFields;
  organisations: Record<string, { slug: string; name: string }>;
};

/** Shows the projects that name a partner, with its role in each, another name that a project writes, and how a closed one ended. */
export function PartnerProjects({
  context,
  label,
  slug,
  projects,
}: {
  context: PageContext;
  label: string;
  slug: string;
  projects: Row[];
}) {
  const t = useTranslations();
  const named = ({ fields, organisations }: Row) =>
    fields.partners.filter(
      ({ id, name }) => (organisations[id]?.slug ?? partnerSlug(name)) === slug,
    );
  const saidIn = (project: Row) =>
    named(project)
      .map(({ role }) => role)
      .filter(Boolean)
      .join(", ");
  const otherNamesIn = (project: Row) =>
    named(project)
      .filter(({ id, name }) => nameKey(name) !== nameKey(project.organisations[id]?.name ?? name))
      .map(({ name }) => name)
      .join(", ");
  return (
    <PlainTable
      label={label}
      columns={[
        { header: t("public.projects.project") },
        { header: t("public.projects.city"), isWide: true },
        { header: t("partners.role"), isFolded: true },
        { header: t("public.projects.stage") },
      ]}
      rows={projects.map((project) => ({
        key: project.id,
        cells: [
          <span key="title" className="flex max-w-text flex-col">
            <a href={recordAddress(context, { ...project, kind: "project" })}>
              <Content>{project.fields.title}</Content>
            </a>
            <span className="text-muted text-small sm:hidden">{project.cityName}</span>
          </span>,
          <a key="city" href={addressOf(context, `/cities/${project.citySlug}`)}>
            {project.cityName}
          </a>,
          <span key="role" className="flex max-w-text flex-col">
            <Content>{saidIn(project) || t("public.projects.noFocusArea")}</Content>
            {otherNamesIn(project) && (
              <span className="text-muted text-small">
                {t.rich("partners.writtenAs", {
                  name: otherNamesIn(project),
                  org: (words) => <Content>{words}</Content>,
                })}
              </span>
            )}
          </span>,
          <span key="stage" className="flex flex-col">
            <StageBadge stage={project.fields.stage} />
            {project.fields.closing && !isListed(project.fields) && (
              <span className="text-small">{t(`choices.closing.${project.fields.closing}`)}</span>
            )}
          </span>,
        ],
      }))}
    />
  );
}
