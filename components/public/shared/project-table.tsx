import { useTranslations } from "next-intl";
import { Content } from "@/components/public/shared/content";
import { OriginMark } from "@/components/public/shared/origin";
import { ProjectTitle } from "@/components/public/shared/project-title";
import { ScheduleBadge, StageBadge } from "@/components/record/shared/stage-badge";
import { PlainTable } from "@/components/ui/plain-table";
import type { Titled } from "@/lib/domain/record/local-texts";
import type { EditionOrigin } from "@/lib/domain/record/origin";
import type { Closing, Schedule, Stage } from "@/lib/domain/record/project";
import { addressOf, type PageContext, recordAddress } from "@/lib/domain/site/page-context";

export type PublicProjectRow = {
  id: string;
  slug: string;
  citySlug: string;
  cityName: string;
  edition: { origin: EditionOrigin };
  fields: Titled & {
    stage: Stage;
    schedule: Schedule | null;
    focusAreas: { focusArea: string }[];
    closing: Closing | null;
    closingReason: string;
  };
};

/** Shows projects with their stage and schedule, each with a link to its page. */
export function PublicProjectTable({
  label,
  context,
  projects,
  areaNames,
  isOfOneCity = false,
}: {
  label: string;
  context: PageContext;
  projects: PublicProjectRow[];
  /** Names of focus areas by slug. */
  areaNames: Record<string, string>;
  isOfOneCity?: boolean;
}) {
  const t = useTranslations("public.projects");
  const areasOf = (project: PublicProjectRow) =>
    project.fields.focusAreas
      .map(({ focusArea }) => areaNames[focusArea] ?? focusArea)
      .join(", ") || t("noFocusArea");
  return (
    <PlainTable
      label={label}
      columns={[
        { header: t("project") },
        { header: t("stage") },
        ...(isOfOneCity ? [] : [{ header: t("city"), isWide: true }]),
        { header: t("focusArea"), isWide: true },
      ]}
      rows={projects.map((project) => ({
        key: project.id,
        cells: [
          <span key="title" className="flex max-w-text flex-col">
            <a href={projectAddress(context, project)}>
              <ProjectTitle locale={context.locale} fields={project.fields} />
            </a>
            <span className="text-muted text-small sm:hidden">
              {isOfOneCity ? areasOf(project) : project.cityName}
            </span>
            <OriginMark origin={project.edition.origin} />
          </span>,
          <span key="stage" className="flex flex-col">
            <StageBadge stage={project.fields.stage} />
            {project.fields.schedule && <ScheduleBadge schedule={project.fields.schedule} />}
          </span>,
          ...(isOfOneCity
            ? []
            : [
                <a key="city" href={addressOf(context, `/cities/${project.citySlug}`)}>
                  {project.cityName}
                </a>,
              ]),
          areasOf(project),
        ],
      }))}
    />
  );
}

/** Shows projects that are no longer listed, with how each ended. */
export function ClosedProjectTable({
  label,
  context,
  projects,
}: {
  label: string;
  context: PageContext;
  projects: PublicProjectRow[];
}) {
  const t = useTranslations();
  return (
    <PlainTable
      label={label}
      columns={[{ header: t("public.projects.project") }, { header: t("public.city.became") }]}
      rows={projects.map((project) => ({
        key: project.id,
        cells: [
          <a key="title" href={projectAddress(context, project)}>
            <ProjectTitle locale={context.locale} fields={project.fields} />
          </a>,
          <span key="became" className="flex max-w-text flex-col">
            {project.fields.closing && t(`choices.closing.${project.fields.closing}`)}
            <span className="text-muted text-small">
              <Content>{project.fields.closingReason}</Content>
            </span>
          </span>,
        ],
      }))}
    />
  );
}

function projectAddress(context: PageContext, project: { citySlug: string; slug: string }) {
  return recordAddress(context, { ...project, kind: "project" });
}
