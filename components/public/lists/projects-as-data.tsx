import { useTranslations } from "next-intl";
import { toProjectQuery } from "@/lib/domain/open-data/project-query";
import type { PageContext } from "@/lib/domain/site/page-context";

/** Shows links to all projects that a list has found, as open data. */
export function ProjectsAsData({
  context,
  typed,
}: {
  context: PageContext;
  /** The query of the list without the cursor. */
  typed: Record<string, string>;
}) {
  const t = useTranslations("lists");
  const query = toProjectQuery(typed, context.asOf);
  return (
    <p className="flex flex-wrap gap-x-4 pt-4 text-small print:hidden">
      <span className="text-muted">{t("asData")}</span>
      <a href={`/api/v1/projects.csv${query}`}>CSV</a>
      <a href={`/api/v1/projects.xlsx${query}`}>XLSX</a>
      <a href={`/api/v1/projects${query}`}>JSON</a>
    </p>
  );
}
