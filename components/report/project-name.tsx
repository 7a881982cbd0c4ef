import { useTranslations } from "next-intl";
import type { FrozenProject } from "@/lib/domain/report/report";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

/** Shows a project of a report with a link to its page as of the report's day. A withheld project has no name. */
export function ProjectName({
  context,
  project,
  withCity,
}: {
  context: PageContext;
  project: FrozenProject;
  withCity: boolean;
}) {
  const t = useTranslations("reports.page");
  const { city, slug, fields } = project;
  return (
    <>
      {project.isWithheld ? (
        <em>{t("withheld")}</em>
      ) : (
        <a href={addressOf(context, `/cities/${city.slug}/projects/${slug}`)}>{fields.title}</a>
      )}
      {withCity && <span className="text-muted">, {city.name}</span>}
    </>
  );
}
