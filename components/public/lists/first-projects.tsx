import { useTranslations } from "next-intl";
import {
  type PublicProjectRow,
  PublicProjectTable,
} from "@/components/public/shared/project-table";
import { Section } from "@/components/public/shared/section";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

/** Shows the first projects of a list and a link to all of them; `none` is the text when there are none. */
export function FirstProjects({
  context,
  title,
  none,
  count,
  projects,
  areaNames,
  filters,
}: {
  context: PageContext;
  title: string;
  none: string;
  /** The number of all projects; `projects` holds the first of them. */
  count: number;
  projects: PublicProjectRow[];
  areaNames: Record<string, string>;
  /** The filters of the list. */
  filters: Record<string, string>;
}) {
  const t = useTranslations("public.term");
  return (
    <Section title={title} id="projects">
      {count === 0 ? (
        <p className="max-w-text">{none}</p>
      ) : (
        <>
          <PublicProjectTable
            label={title}
            context={context}
            projects={projects}
            areaNames={areaNames}
          />
          <p>
            <a href={addressOf(context, "/projects", filters)}>{t("all", { count })}</a>
          </p>
        </>
      )}
    </Section>
  );
}
