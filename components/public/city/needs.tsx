import { useTranslations } from "next-intl";
import { Content } from "@/components/public/shared/content";
import { MeantOrganisation, type Organisation } from "@/components/public/shared/organisation";
import { PartnerName } from "@/components/public/shared/partners";
import { ProjectTitle } from "@/components/public/shared/project-title";
import { Section } from "@/components/public/shared/section";
import { PlainTable } from "@/components/ui/plain-table";
import { partnerSlug } from "@/lib/domain/organisation/partner";
import type { ProjectFields } from "@/lib/domain/record/project";
import { type PageContext, recordAddress } from "@/lib/domain/site/page-context";

type Project = {
  id: string;
  slug: string;
  citySlug: string;
  fields: ProjectFields;
  organisations: Record<string, Organisation>;
};

const maxRows = 30;

/** Shows the support needed by a city's projects, met needs last, with the contact that a project names. */
export function CityNeeds({ context, projects }: { context: PageContext; projects: Project[] }) {
  const t = useTranslations();
  const needs = projects
    .flatMap((project) => project.fields.supportNeeded.map((need) => ({ need, project })))
    .sort((a, b) => Number(a.need.isMet) - Number(b.need.isMet));
  if (needs.length === 0) return null;
  return (
    <Section title={t("public.project.support")} id="support">
      <PlainTable
        label={t("public.project.support")}
        columns={[
          { header: t("public.project.need") },
          { header: t("public.project.kind") },
          { header: t("public.project.state") },
          { header: t("promises.city.ask"), isFolded: true },
        ]}
        rows={needs.slice(0, maxRows).map(({ need, project }) => ({
          key: need.id,
          cells: [
            <span key="need" className="flex max-w-text flex-col">
              <Content>{need.text}</Content>
              <ProjectLink context={context} project={project} />
            </span>,
            t(`choices.supportKind.${need.kind}`),
            <span key="state">
              <span aria-hidden="true" className="mr-1.5">
                {need.isMet ? "●" : "○"}
              </span>
              {t(need.isMet ? "public.project.supportMet" : "public.project.supportOpen")}
            </span>,
            <Ask key="ask" project={project} />,
          ],
        }))}
      />
      <More count={needs.length - maxRows} />
    </Section>
  );
}

/** Shows the partners of a city, each with the projects that name it. */
export function CityPartners({ context, projects }: { context: PageContext; projects: Project[] }) {
  const t = useTranslations();
  const partners = partnersOf(projects);
  if (partners.length === 0) return null;
  return (
    <Section title={t("public.project.partners")} id="partners">
      <ul className="flex max-w-text list-disc flex-col gap-1 pl-5">
        {partners.slice(0, maxRows).map(({ slug, name, organisation, projects: named }) => (
          <li key={slug}>
            <PartnerName context={context} name={name} slug={slug} />
            {organisation && <MeantOrganisation name={name} organisation={organisation} />}
            {[...named].map((project) => (
              <span key={project.id} className="block">
                <ProjectLink context={context} project={project} />
              </span>
            ))}
          </li>
        ))}
      </ul>
      <More count={partners.length - maxRows} />
    </Section>
  );
}

type CityPartner = {
  slug: string;
  name: string;
  organisation: Organisation | null;
  projects: Set<Project>;
};

/** Returns the partners of these projects by name, each once, whatever name a project writes. */
function partnersOf(projects: Project[]): CityPartner[] {
  const bySlug = new Map<string, CityPartner>();
  for (const project of projects)
    for (const { id, name: written } of project.fields.partners) {
      const organisation = project.organisations[id] ?? null;
      const { slug, name } = organisation ?? { slug: partnerSlug(written), name: written };
      const known = bySlug.get(slug) ?? { slug, name, organisation, projects: new Set() };
      known.projects.add(project);
      bySlug.set(slug, known);
    }
  return [...bySlug.values()].sort((a, b) => a.name.localeCompare(b.name, "en"));
}

function ProjectLink({ context, project }: { context: PageContext; project: Project }) {
  return (
    <a
      className="inline-block py-1 text-small"
      href={recordAddress(context, { ...project, kind: "project" })}
    >
      <ProjectTitle locale={context.locale} fields={project.fields} />
    </a>
  );
}

function Ask({
  project: {
    fields: { responsibleOffice, responsibleAddress },
  },
}: {
  project: Project;
}) {
  if (!responsibleOffice && !responsibleAddress) return "–";
  return (
    <span className="[overflow-wrap:anywhere]">
      <Content>{responsibleOffice}</Content>{" "}
      {responsibleAddress && <a href={`mailto:${responsibleAddress}`}>{responsibleAddress}</a>}
    </span>
  );
}

function More({ count }: { count: number }) {
  const t = useTranslations("promises.city");
  return count > 0 && <p>{t("more", { count })}</p>;
}
