import { Content } from "@/components/public/shared/content";
import { PageHeader } from "@/components/ui/page-header";
import { contentLanguage } from "@/lib/domain/language/locale";
import type { ProjectFields } from "@/lib/domain/record/project";

/** Shows the head of a project's page: its title, also in the local language, and what it is about in a few lines. */
export function ProjectHeader({
  path,
  project: { title, localTitle, localTitleLanguage, summary },
  published,
  children,
}: {
  /** Links above the title, from the whole to the part. */
  path: { href: string; label: string }[];
  /** As the reader reads it. */
  project: ProjectFields;
  /** As it was published, in English. */
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
