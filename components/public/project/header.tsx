import { Content } from "@/components/public/shared/content";
import { PageHeader } from "@/components/ui/page-header";
import { contentLanguage } from "@/lib/domain/language/locale";
import type { ProjectFields } from "@/lib/domain/record/project";

/** Shows the header of a project's page: its title, its title in the local language, and its summary. */
export function ProjectHeader({
  path,
  project: { title, localTitle, localTitleLanguage, summary },
  published,
  children,
}: {
  /** Links above the title, from the network down to the city. */
  path: { href: string; label: string }[];
  /** The fields in the reader's language. */
  project: ProjectFields;
  /** The published English fields. */
  published: ProjectFields;
  children: React.ReactNode;
}) {
  return (
    <PageHeader path={path} title={<Content>{title}</Content>}>
      {localTitle && localTitle !== title && (
        <p className="text-lead" lang={localTitleLanguage ?? undefined}>
          {localTitle}
        </p>
      )}
      {title !== published.title && (
        <p className="text-lead" lang={contentLanguage}>
          {published.title}
        </p>
      )}
      {summary && (
        <p className="max-w-text whitespace-pre-line text-lead">
          <Content>{summary}</Content>
        </p>
      )}
      {children}
    </PageHeader>
  );
}
