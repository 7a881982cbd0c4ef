import { useTranslations } from "next-intl";
import { IndicatorTables } from "@/components/public/indicator-tables";
import { MilestoneTable } from "@/components/public/milestone-table";
import { Section } from "@/components/public/section";
import { MarkdownText } from "@/components/record/markdown";
import { PlainTable } from "@/components/ui/plain-table";
import type { ProjectFields } from "@/lib/domain/project";
import { addressOf, type Reading } from "@/lib/domain/reading";

/** What a project's edition tells beyond the facts at a glance; what it does not tell is left out. */
export function ProjectDetails({
  reading,
  project,
  outcomeNames,
}: {
  reading: Reading;
  project: ProjectFields;
  outcomeNames: Record<string, string>;
}) {
  const t = useTranslations("public.project");
  const choice = useTranslations("choices");
  return (
    <>
      {project.description && (
        <Section title={t("about")}>
          <MarkdownText text={project.description} />
        </Section>
      )}
      <Section title={t("outcomes")}>
        {project.contributions.length === 0 ? (
          <p className="max-w-text">{t("outcomesNone")}</p>
        ) : (
          <ul className="flex max-w-text list-disc flex-col gap-2 pl-5">
            {project.contributions.map((item) => (
              <li key={item.id}>
                <a href={addressOf(reading, `/outcomes/${item.outcome}`)}>
                  {outcomeNames[item.outcome] ?? item.outcome}
                </a>
                {item.how && `: ${item.how}`}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Texts title={t("targets")} items={project.targets} />
      {project.milestones.length > 0 && (
        <Section title={t("milestones")} id="milestones">
          <MilestoneTable reading={reading} milestones={project.milestones} />
        </Section>
      )}
      {project.indicators.length > 0 && (
        <Section title={t("indicators")} id="indicators">
          <IndicatorTables reading={reading} indicators={project.indicators} />
        </Section>
      )}
      {project.supportNeeded.length > 0 && (
        <Section title={t("support")}>
          <PlainTable
            label={t("support")}
            columns={[{ header: t("need") }, { header: t("kind") }, { header: t("state") }]}
            rows={project.supportNeeded.map((item) => ({
              key: item.id,
              cells: [
                item.text,
                choice(`supportKind.${item.kind}`),
                item.isMet ? t("supportMet") : t("supportOpen"),
              ],
            }))}
          />
        </Section>
      )}
      {project.partners.length > 0 && (
        <Section title={t("partners")}>
          <ul className="flex max-w-text list-disc flex-col gap-1 pl-5">
            {project.partners.map((partner) => (
              <li key={partner.id}>
                {partner.name}
                {partner.role && <span className="text-muted"> – {partner.role}</span>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Texts title={t("challenges")} items={project.challenges} />
      <Texts title={t("funding")} items={project.funding} />
      <Texts title={t("evidence")} items={project.evidence} />
      {project.dataNote && (
        <Section title={t("dataNote")}>
          <p className="max-w-text whitespace-pre-line">{project.dataNote}</p>
        </Section>
      )}
    </>
  );
}

function Texts({
  title,
  items,
}: {
  title: string;
  items: { id: string; text: string; source?: string }[];
}) {
  const t = useTranslations("public.project");
  if (items.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="flex max-w-text list-disc flex-col gap-2 pl-5">
        {items.map((item) => (
          <li key={item.id}>
            {item.text}
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
