import { useTranslations } from "next-intl";
import { Content } from "@/components/public/shared/content";
import { inReaderLanguage } from "@/components/public/shared/reader-language";
import { ServingIndicators } from "@/components/public/shared/serving-indicators";
import { ScheduleBadge, StageBadge } from "@/components/record/shared/stage-badge";
import { knownCityName } from "@/lib/domain/language/local-name";
import type { ProjectFields } from "@/lib/domain/record/project";
import type { PublicRating } from "@/lib/domain/review/evidence-rating";
import { addressOf, type PageContext, recordAddress } from "@/lib/domain/site/page-context";

type Project = {
  id: string;
  slug: string;
  citySlug: string;
  cityName: string;
  fields: ProjectFields;
};

/**
 * Shows the projects that state an outcome: their contribution, its evidence rating, and the indicators that serve it.
 */
export function OutcomeProjects({
  context,
  outcome,
  projects,
  ratings,
  areaNames,
}: {
  context: PageContext;
  /** The slug of the outcome. */
  outcome: string;
  projects: Project[];
  /** The ratings by project id. */
  ratings: Map<string, PublicRating[]>;
  areaNames: Record<string, string>;
}) {
  return (
    <ul className="flex flex-col">
      {projects
        .map((project) => ({
          ...project,
          fields: inReaderLanguage(context.locale, project.fields),
        }))
        .map((project) => (
          <li key={project.id} className="flex flex-col gap-2 border-line border-b py-5">
            <ProjectFacts context={context} project={project} areaNames={areaNames} />
            {project.fields.contributions
              .filter((item) => item.outcome === outcome && item.how !== "")
              .map((item) => (
                <p key={item.id} className="max-w-text whitespace-pre-line">
                  <Content>{item.how}</Content>
                </p>
              ))}
            <Evidence ratings={ratings.get(project.id) ?? []} />
            <ServingIndicators
              context={context}
              address={recordAddress(context, { ...project, kind: "project" })}
              title={project.fields.title}
              indicators={project.fields.indicators.filter((each) => each.outcome === outcome)}
            />
          </li>
        ))}
    </ul>
  );
}

function ProjectFacts({
  context,
  project,
  areaNames,
}: {
  context: PageContext;
  project: Project;
  areaNames: Record<string, string>;
}) {
  const t = useTranslations("public.projects");
  const { title, stage, schedule, focusAreas } = project.fields;
  const areas = focusAreas.map(({ focusArea }) => areaNames[focusArea] ?? focusArea);
  return (
    <div>
      <h3 className="max-w-text font-bold text-h3">
        <a href={recordAddress(context, { ...project, kind: "project" })}>
          <Content>{title}</Content>
        </a>
      </h3>
      <p className="flex flex-wrap gap-x-5 text-small">
        <a href={addressOf(context, `/cities/${project.citySlug}`)} className="inline-block py-1">
          {knownCityName(context.locale, project.cityName)}
        </a>
        <span className="text-muted">{areas.join(", ") || t("noFocusArea")}</span>
        <StageBadge stage={stage} />
        {schedule && <ScheduleBadge schedule={schedule} />}
      </p>
    </div>
  );
}

/** Shows how well the secretariat found it evidenced; a rating is of the completion or the progress. */
function Evidence({ ratings }: { ratings: PublicRating[] }) {
  const t = useTranslations("network.outcome");
  const choices = useTranslations("choices");
  if (ratings.length === 0) return <p className="text-muted text-small">{t("notRated")}</p>;
  return ratings.map(({ claim, level }) => (
    <p key={claim} className="text-small">
      {t("evidence", {
        level: choices(`evidenceLevel.${level}`),
        claim: choices(`ratedClaim.${claim}`),
      })}
    </p>
  ));
}
