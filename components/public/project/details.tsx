import { useTranslations } from "next-intl";
import { BudgetTable } from "@/components/public/project/budget-table";
import { EvidenceList } from "@/components/public/project/evidence-list";
import { IndicatorTables } from "@/components/public/project/indicator-tables";
import { Locations } from "@/components/public/project/locations";
import { type PublicTitles, RelatedProjects } from "@/components/public/project/related-projects";
import { AssessedOutcomes, StatedOutcome } from "@/components/public/shared/assessed-outcomes";
import { Content, ContentBlock } from "@/components/public/shared/content";
import type { Organisation } from "@/components/public/shared/organisation";
import { Partners, SupportNeeded } from "@/components/public/shared/partners";
import { Section } from "@/components/public/shared/section";
import { MarkdownText } from "@/components/record/shared/markdown";
import { formatPartialDate } from "@/components/ui/partial-date";
import type { Assessment } from "@/lib/domain/assessment/assessment";
import { type Ages, unchangedSince } from "@/lib/domain/progress/ages";
import type { FileFacts } from "@/lib/domain/record/file";
import type { ProjectFields } from "@/lib/domain/record/project";
import type { PageContext } from "@/lib/domain/site/page-context";
import type { Day } from "@/lib/domain/values/day";

/** Shows the rest of a project's edition after the facts; empty parts are left out. */
export function ProjectDetails({
  context,
  project,
  countryCode,
  files,
  assessments,
  outcomeNames,
  publicTitles,
  partnerSlugs,
  organisations,
  ages,
  children,
}: {
  context: PageContext;
  project: ProjectFields;
  countryCode: string;
  /** The files that its evidence names. */
  files: FileFacts[];
  /** What the tracker assesses of it and its indicators; none beside an edition that is shown by itself. */
  assessments: Assessment[];
  outcomeNames: Record<string, string>;
  publicTitles: PublicTitles;
  /** The slugs of partners that have a page, by their ids in the project. */
  partnerSlugs: Map<string, string>;
  /** What the names of its partners mean, by their ids in the project. */
  organisations: Record<string, Organisation>;
  ages: Ages | null;
  /** The section on its milestones. */
  children?: React.ReactNode;
}) {
  const t = useTranslations("public.project");
  const since = (field: keyof ProjectFields) => unchangedSince(ages, field);
  return (
    <>
      {project.description && (
        <Section title={t("about")} since={since("description")}>
          <ContentBlock text={project.description}>
            <MarkdownText text={project.description} />
          </ContentBlock>
        </Section>
      )}
      <Section
        title={t("outcomes")}
        since={project.contributions.length > 0 ? since("contributions") : null}
      >
        {project.contributions.length === 0 ? (
          <p className="max-w-text">{t("outcomesNone")}</p>
        ) : (
          <ul className="flex max-w-text flex-col gap-2">
            {project.contributions.map((item) => (
              <li key={item.id}>
                <StatedOutcome
                  context={context}
                  outcome={item.outcome}
                  outcomeNames={outcomeNames}
                />
                {item.how && (
                  <>
                    {": "}
                    <Content>{item.how}</Content>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
        <AssessedOutcomes
          context={context}
          assessments={assessments.filter(({ entryId }) => entryId === null)}
          outcomeNames={outcomeNames}
        />
      </Section>
      <Story
        context={context}
        project={project}
        since={unchangedSince(ages, "progressNote", "events")}
      />
      {project.targets.length > 0 && (
        <Section title={t("targets")} since={since("targets")}>
          <ul className="flex max-w-text list-disc flex-col gap-2 pl-5">
            {project.targets.map(({ id, text, dueOn }) => (
              <li key={id}>
                <Content>{text}</Content>
                {dueOn && (
                  <span className="text-muted">
                    {" "}
                    ({t("due")}: {formatPartialDate(dueOn, context.locale)})
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {children}
      {project.indicators.length > 0 && (
        <Section title={t("indicators")} id="indicators" since={since("indicators")}>
          <IndicatorTables
            context={context}
            indicators={project.indicators}
            assessments={assessments}
            outcomeNames={outcomeNames}
          />
        </Section>
      )}
      {project.budget.length > 0 && (
        <Section title={t("budget")} id="budget" since={since("budget")}>
          <BudgetTable context={context} budget={project.budget} />
        </Section>
      )}
      <Texts title={t("funding")} items={project.funding} since={since("funding")} />
      <SupportNeeded supportNeeded={project.supportNeeded} since={since("supportNeeded")} />
      <Partners
        context={context}
        partners={project.partners}
        slugs={partnerSlugs}
        organisations={organisations}
        since={since("partners")}
      />
      <Texts title={t("challenges")} items={project.challenges} since={since("challenges")} />
      {project.locations.length > 0 && (
        <Section title={t("locations")} id="locations" since={since("locations")}>
          <Locations countryCode={countryCode} locations={project.locations} />
        </Section>
      )}
      <RelatedProjects
        context={context}
        relatedProjects={project.relatedProjects}
        publicTitles={publicTitles}
        since={since("relatedProjects")}
      />
      {project.evidence.length > 0 && (
        <Section title={t("evidence")} id="evidence" since={since("evidence")}>
          <EvidenceList context={context} project={project} files={files} />
        </Section>
      )}
      {project.dataNote && (
        <Section title={t("dataNote")} since={since("dataNote")}>
          <p className="max-w-text whitespace-pre-line">
            <Content>{project.dataNote}</Content>
          </p>
        </Section>
      )}
    </>
  );
}

/** Shows the newest account of the progress, and the events by date. None of them is a promise. */
function Story({
  context,
  project: { progressNote, progressOn, events },
  since,
}: {
  context: PageContext;
  project: ProjectFields;
  since: Day | null;
}) {
  const t = useTranslations("public.project");
  if (progressNote === "" && events.length === 0) return null;
  return (
    <Section title={t("story")} id="story" since={since}>
      {progressNote && (
        <p className="max-w-text whitespace-pre-line">
          <Content>{progressNote}</Content>
          {progressOn && (
            <span className="text-muted">
              {" "}
              ({t("toldOn", { date: formatPartialDate(progressOn, context.locale) })})
            </span>
          )}
        </p>
      )}
      {events.length > 0 && (
        <ol className="flex max-w-text flex-col gap-2">
          {events.map(({ id, on, text, source }) => (
            <li key={id}>
              {on && (
                <span className="font-semibold">{formatPartialDate(on, context.locale)}: </span>
              )}
              <Content>{text}</Content>
              {source && (
                <>
                  {" ("}
                  <a href={source}>{t("source")}</a>)
                </>
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function Texts({
  title,
  items,
  since,
}: {
  title: string;
  items: { id: string; text: string; source?: string }[];
  since: Day | null;
}) {
  const t = useTranslations("public.project");
  if (items.length === 0) return null;
  return (
    <Section title={title} since={since}>
      <ul className="flex max-w-text list-disc flex-col gap-2 pl-5">
        {items.map((item) => (
          <li key={item.id}>
            <Content>{item.text}</Content>
            {item.source && (
              <>
                {" ("}
                <a href={item.source}>{t("source")}</a>)
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
