import { useTranslations } from "next-intl";
import { BasisMark } from "@/components/public/shared/basis-mark";
import { Content } from "@/components/public/shared/content";
import { ProjectTitle } from "@/components/public/shared/project-title";
import { StageBadge } from "@/components/record/shared/stage-badge";
import { knownCityName } from "@/lib/domain/language/local-name";
import type { projectsServing } from "@/lib/domain/progress/city-aims";
import { addressOf, type PageContext, recordAddress } from "@/lib/domain/site/page-context";

type Project = ReturnType<typeof projectsServing>[number];

/** Shows the projects that the tracker assesses to serve an outcome, each with its document; its page says why. */
export function AssessedProjects({
  context,
  projects,
}: {
  context: PageContext;
  /** Those that serve the outcome; what is stated of them stands elsewhere. */
  projects: Project[];
}) {
  const t = useTranslations("aims");
  const words = useTranslations("assessments");
  const assessed = projects.filter(({ serving }) => serving.basis === "assessed");
  if (assessed.length === 0) return null;
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2">
        <BasisMark basis="assessed" /> {words("assessed")}:{" "}
        {t("ofCity.projects", { count: assessed.length })}
      </summary>
      <p className="max-w-text text-muted text-small">{words("notStated")}</p>
      <ul className="flex flex-col">
        {assessed.map((project) => (
          <li
            key={project.id}
            className="grid grid-cols-[minmax(0,1fr)] gap-x-8 border-line border-b py-2.5 md:grid-cols-2"
          >
            <div>
              <a href={recordAddress(context, { ...project, kind: "project" })}>
                <ProjectTitle locale={context.locale} fields={project.fields} />
              </a>
              <p className="flex flex-wrap gap-x-4 text-small">
                <a
                  href={addressOf(context, `/cities/${project.citySlug}`)}
                  className="inline-block py-1"
                >
                  {knownCityName(context.locale, project.cityName)}
                </a>
                <StageBadge stage={project.fields.stage} />
              </p>
            </div>
            {project.serving.assessment && (
              <p className="text-small">
                <a href={project.serving.assessment.sourceAddress}>
                  <Content>{project.serving.assessment.sourceTitle}</Content>
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
