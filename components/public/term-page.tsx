import { useTranslations } from "next-intl";
import { Content } from "@/components/public/content";
import { Frame } from "@/components/public/frame";
import { type ProjectRow, ProjectTable } from "@/components/public/project-table";
import { Section } from "@/components/public/section";
import { PageHeader } from "@/components/ui/page-header";
import type { Day } from "@/lib/domain/day";
import { addressOf, type Reading } from "@/lib/domain/reading";

/** A focus area or an outcome: what the framework means by it, and the projects that serve it. */
export function TermPage({
  kind,
  reading,
  firstDay,
  term,
  count,
  projects,
  areaNames,
}: {
  kind: "focusArea" | "outcome";
  reading: Reading;
  firstDay: Day | null;
  term: { slug: string; name: string; description: string; source: string };
  /** How many projects there are; `projects` holds the first of them. */
  count: number;
  projects: ProjectRow[];
  areaNames: Record<string, string>;
}) {
  const t = useTranslations("public");
  const isArea = kind === "focusArea";
  const title = isArea ? t("term.leading") : t("term.serving");
  return (
    <Frame
      reading={reading}
      path={`${isArea ? "/focus-areas" : "/outcomes"}/${term.slug}`}
      firstDay={firstDay}
    >
      <PageHeader
        path={[{ href: addressOf(reading, ""), label: t("frame.home") }]}
        title={term.name}
      >
        <p className="text-muted text-small">{isArea ? t("term.focusArea") : t("term.outcome")}</p>
        <p className="max-w-text text-lead">
          <Content>{term.description}</Content>
        </p>
        <p className="text-small">
          <a href={term.source}>{t("term.source")}</a>
        </p>
      </PageHeader>
      <Section title={title}>
        {count === 0 ? (
          <p className="max-w-text">{isArea ? t("term.noneArea") : t("term.noneOutcome")}</p>
        ) : (
          <>
            <p>
              <a href={addressOf(reading, "/projects", { [kind]: term.slug })}>
                {t("term.count", { count })}
              </a>
            </p>
            <ProjectTable
              label={title}
              reading={reading}
              projects={projects}
              areaNames={areaNames}
            />
            {count > projects.length && (
              <p>
                <a href={addressOf(reading, "/projects", { [kind]: term.slug })}>
                  {t("term.all", { count })}
                </a>
              </p>
            )}
          </>
        )}
      </Section>
    </Frame>
  );
}
