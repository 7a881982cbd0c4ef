import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/public/shared/section";
import { StageBadge } from "@/components/record/shared/stage-badge";
import { ProjectName } from "@/components/report/project-name";
import { formatPartialDate } from "@/components/ui/partial-date";
import { PlainTable } from "@/components/ui/plain-table";
import { progressOf } from "@/lib/domain/progress/progress";
import { isListed } from "@/lib/domain/record/project";
import type { FrozenProject } from "@/lib/domain/report/report";
import type { PageContext } from "@/lib/domain/site/page-context";

/**
 * Shows the projects of one city in a report: stage, focus area, planned end and progress; and those no longer listed.
 */
export function CityProjects({
  context,
  city,
  projects,
  areaNames,
  isOnPaper = false,
}: {
  context: PageContext;
  city: string;
  projects: FrozenProject[];
  areaNames: Record<string, string>;
  /** True when the table has every column: a page has room for all of them. */
  isOnPaper?: boolean;
}) {
  const t = useTranslations("reports.city");
  const format = useFormatter();
  const listed = projects.filter((project) => isListed(project.fields));
  const closed = projects.filter((project) => !isListed(project.fields));
  return (
    <>
      {listed.length === 0 ? (
        <p>{t("none", { city })}</p>
      ) : (
        <PlainTable
          label={t("projectsOf", { city })}
          columns={[
            { header: t("project") },
            { header: t("stage") },
            { header: t("area"), isFolded: !isOnPaper },
            { header: t("ends"), isFolded: !isOnPaper },
            { header: t("progress"), align: "end", isFolded: !isOnPaper },
          ]}
          rows={listed.map((project) => {
            const { fields } = project;
            const progress = progressOf(fields.milestones);
            const area = fields.focusAreas[0]?.focusArea;
            return {
              key: project.recordId,
              cells: [
                <ProjectName key="name" context={context} project={project} withCity={false} />,
                <StageBadge key="stage" stage={fields.stage} />,
                area ? (areaNames[area] ?? area) : "–",
                fields.endsOn ? formatPartialDate(fields.endsOn, context.locale) : "–",
                progress ? format.number(progress.percent / 100, { style: "percent" }) : "–",
              ],
            };
          })}
        />
      )}
      {closed.length > 0 && (
        <p className="max-w-text">
          {t("closed")}:{" "}
          {closed.map((project, index) => (
            <span key={project.recordId}>
              {index > 0 && "; "}
              <ProjectName context={context} project={project} withCity={false} />
            </span>
          ))}
        </p>
      )}
    </>
  );
}

/** Shows the challenges of a city by project; nothing when there are none. */
export function ChallengeSection({
  context,
  projects,
}: {
  context: PageContext;
  projects: FrozenProject[];
}) {
  const t = useTranslations("reports.city");
  const withChallenges = projects.filter(
    ({ fields, isWithheld }) => isListed(fields) && fields.challenges.length > 0 && !isWithheld,
  );
  if (withChallenges.length === 0) return null;
  return (
    <Section title={t("challenges")} id="challenges">
      <ul className="flex max-w-text flex-col gap-3">
        {withChallenges.map((project) => (
          <li key={project.recordId}>
            <ProjectName context={context} project={project} withCity={false} />
            <ul className="list-disc pl-5">
              {project.fields.challenges.map((challenge) => (
                <li key={challenge.id}>{challenge.text}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  );
}
