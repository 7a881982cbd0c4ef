import { useFormatter, useTranslations } from "next-intl";
import { formatPartialDate } from "@/components/record/partial-date";
import { ScheduleBadge, StageBadge } from "@/components/record/stage-badge";
import { Notice } from "@/components/ui/notice";
import type { PartialDate } from "@/lib/domain/partial-date";
import { type ProjectFields, progressPercent } from "@/lib/domain/project";
import { addressOf, type Reading } from "@/lib/domain/reading";

/** How a project stands, at a glance: what the city declares as its stage, beside how the schedule goes. */
export function ProjectFacts({
  reading,
  project,
  areaNames,
  typeNames,
}: {
  reading: Reading;
  project: ProjectFields;
  areaNames: Record<string, string>;
  typeNames: Record<string, string>;
}) {
  const t = useTranslations();
  const date = (value: PartialDate) => formatPartialDate(value, reading.locale);
  return (
    <>
      {project.closing && project.closing !== "completed" && (
        <Notice
          tone="warning"
          title={t("public.project.closed", { closing: t(`choices.closing.${project.closing}`) })}
        >
          {project.closingReason && <p className="max-w-text">{project.closingReason}</p>}
          {project.closingSuccessor && (
            <p>{t("public.project.successor", { successor: project.closingSuccessor })}</p>
          )}
        </Notice>
      )}
      <dl className="grid gap-x-8 gap-y-5 pt-6 sm:grid-cols-2 lg:grid-cols-4">
        <Fact name={t("public.project.stage")}>
          <StageBadge stage={project.stage} />
        </Fact>
        <Fact name={t("public.project.schedule")}>
          {project.schedule ? (
            <ScheduleBadge schedule={project.schedule} />
          ) : (
            t("public.project.scheduleNotStated")
          )}
          {project.scheduleReason && <p className="text-small">{project.scheduleReason}</p>}
        </Fact>
        {project.startsOn && (
          <Fact name={t("public.project.starts")}>{date(project.startsOn)}</Fact>
        )}
        {project.endsOn && <Fact name={t("public.project.ends")}>{date(project.endsOn)}</Fact>}
        {project.endedOn && <Fact name={t("public.project.ended")}>{date(project.endedOn)}</Fact>}
        <Fact name={t("public.project.focusAreas")}>
          {project.focusAreas.length === 0 && t("public.project.noFocusArea")}
          <ul>
            {project.focusAreas.map((item) => (
              <li key={item.id}>
                <a href={addressOf(reading, `/focus-areas/${item.focusArea}`)}>
                  {areaNames[item.focusArea] ?? item.focusArea}
                </a>
                {item.projectType && `: ${typeNames[item.projectType] ?? item.projectType}`}
                {item.ownLabel && ` (${t("public.city.ownLabel", { label: item.ownLabel })})`}
              </li>
            ))}
          </ul>
        </Fact>
        <Progress milestones={project.milestones} />
      </dl>
    </>
  );
}

function Progress({ milestones }: { milestones: ProjectFields["milestones"] }) {
  const t = useTranslations("public.project");
  const format = useFormatter();
  const percent = progressPercent(milestones);
  if (percent === null) return null;
  const kept = milestones.filter((milestone) => milestone.droppedReason === "");
  const weigh = (list: typeof kept) => list.reduce((sum, milestone) => sum + milestone.weight, 0);
  return (
    <Fact name={t("progress")}>
      {t("progressSum", {
        percent: format.number(percent, { maximumFractionDigits: 0 }),
        done: weigh(kept.filter((milestone) => milestone.doneOn !== null)),
        whole: weigh(kept),
      })}
    </Fact>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-muted text-small">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
