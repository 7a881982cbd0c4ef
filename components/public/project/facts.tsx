import { useFormatter, useTranslations } from "next-intl";
import { type PublicTitles, Successors } from "@/components/public/project/related-projects";
import { Content } from "@/components/public/shared/content";
import { ProgressSum } from "@/components/public/shared/progress-sum";
import { Since } from "@/components/record/shared/since";
import { ScheduleBadge, StageBadge } from "@/components/record/shared/stage-badge";
import { Notice } from "@/components/ui/notice";
import { formatPartialDate } from "@/components/ui/partial-date";
import { type Ages, unchangedSince } from "@/lib/domain/progress/ages";
import { elapsedOf, progressOf } from "@/lib/domain/progress/progress";
import type { ProjectFields } from "@/lib/domain/record/project";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";
import type { Day } from "@/lib/domain/values/day";
import type { PartialDate } from "@/lib/domain/values/partial-date";

/** Shows the main facts of a project: its declared stage, and beside it its schedule. */
export function ProjectFacts({
  context,
  project,
  effectiveOn,
  areaNames,
  typeNames,
  ages,
  publicTitles,
}: {
  context: PageContext;
  project: ProjectFields;
  /** The day for which the facts are valid. */
  effectiveOn: Day;
  areaNames: Record<string, string>;
  typeNames: Record<string, string>;
  ages: Ages | null;
  publicTitles: PublicTitles;
}) {
  const t = useTranslations();
  const date = (value: PartialDate) => formatPartialDate(value, context.locale);
  const stageSince = unchangedSince(ages, "stage");
  const scheduleSince = unchangedSince(ages, "schedule", "scheduleReason");
  return (
    <>
      {project.closing && project.closing !== "completed" && (
        <Notice
          tone="warning"
          title={t("public.project.closed", { closing: t(`choices.closing.${project.closing}`) })}
        >
          {project.closingReason && (
            <p className="max-w-text">
              <Content>{project.closingReason}</Content>
            </p>
          )}
          <Successors context={context} project={project} publicTitles={publicTitles} />
          {project.closingSuccessor && (
            <p>{t("public.project.successor", { successor: project.closingSuccessor })}</p>
          )}
        </Notice>
      )}
      <dl className="grid gap-x-8 gap-y-5 pt-6 sm:grid-cols-2 lg:grid-cols-4">
        <Fact name={t("public.project.stage")}>
          <StageBadge stage={project.stage} />
          {stageSince && project.stage !== "not_stated" && <Since day={stageSince} />}
        </Fact>
        <Fact name={t("public.project.schedule")}>
          {project.schedule ? (
            <ScheduleBadge schedule={project.schedule} />
          ) : (
            t("public.project.scheduleNotStated")
          )}
          {project.scheduleReason && (
            <p className="text-small">
              <Content>{project.scheduleReason}</Content>
            </p>
          )}
          {scheduleSince && project.schedule && <Since day={scheduleSince} />}
        </Fact>
        {project.startsOn && (
          <Fact name={t("public.project.starts")}>{date(project.startsOn)}</Fact>
        )}
        {project.endsOn && <Fact name={t("public.project.ends")}>{date(project.endsOn)}</Fact>}
        {project.endedOn && <Fact name={t("public.project.ended")}>{date(project.endedOn)}</Fact>}
        {(project.responsibleOffice || project.responsibleAddress) && (
          <Fact name={t("fields.responsibleOffice")}>
            <Content>{project.responsibleOffice}</Content>
            {project.responsibleAddress && (
              <p className="[overflow-wrap:anywhere]">
                <a href={`mailto:${project.responsibleAddress}`}>{project.responsibleAddress}</a>
              </p>
            )}
          </Fact>
        )}
        <Fact name={t("public.project.focusAreas")}>
          {project.focusAreas.length === 0 && t("public.project.noFocusArea")}
          <ul>
            {project.focusAreas.map((item) => (
              <li key={item.id}>
                <a href={addressOf(context, `/focus-areas/${item.focusArea}`)}>
                  {areaNames[item.focusArea] ?? item.focusArea}
                </a>
                {item.projectType && `: ${typeNames[item.projectType] ?? item.projectType}`}
                {item.ownLabel && ` (${t("public.city.ownLabel", { label: item.ownLabel })})`}
              </li>
            ))}
          </ul>
        </Fact>
        <Elapsed context={context} project={project} on={effectiveOn} />
        {progressOf(project.milestones) && (
          <Fact name={t("public.project.progress")}>
            <ProgressSum context={context} milestones={project.milestones} />
          </Fact>
        )}
      </dl>
    </>
  );
}

function Elapsed({
  context,
  project,
  on,
}: {
  context: PageContext;
  project: ProjectFields;
  on: Day;
}) {
  const t = useTranslations("progress");
  const format = useFormatter();
  const elapsed = elapsedOf(project, on);
  if (!elapsed || project.endedOn || project.closing) return null;
  const date = (value: Day) => formatPartialDate(value, context.locale);
  return (
    <Fact name={t("elapsed")}>
      {t("elapsedValue", {
        percent: format.number(elapsed.percent, { maximumFractionDigits: 0 }),
        on: date(on),
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
