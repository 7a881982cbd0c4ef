import { useTranslations } from "next-intl";
import {
  ClosedProjectTable,
  type PublicProjectRow,
  PublicProjectTable,
} from "@/components/public/shared/project-table";
import { Section } from "@/components/public/shared/section";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

/** Shows a city's listed projects, and below them those that are no longer listed. */
export function CityProjectSections({
  context,
  city,
  projects: { listed, hasMore, closed },
  areaNames,
}: {
  context: PageContext;
  city: { slug: string; name: string };
  /** `hasMore` is true when the city has more listed projects than these. */
  projects: { listed: PublicProjectRow[]; hasMore: boolean; closed: PublicProjectRow[] };
  /** Names of focus areas by slug. */
  areaNames: Record<string, string>;
}) {
  const t = useTranslations("public.city");
  return (
    <>
      <Section title={t("projects")}>
        {listed.length === 0 ? (
          <p className="max-w-text">{t("noProjects", { city: city.name })}</p>
        ) : (
          <PublicProjectTable
            label={t("projects")}
            context={context}
            projects={listed}
            areaNames={areaNames}
            isOfOneCity
          />
        )}
        {hasMore && (
          <p>
            <a href={addressOf(context, "/projects", { city: city.slug })}>
              {t("allProjects", { city: city.name })}
            </a>
          </p>
        )}
      </Section>
      {closed.length > 0 && (
        <Section title={t("closed")}>
          <p className="max-w-text">{t("closedNote")}</p>
          <ClosedProjectTable label={t("closed")} context={context} projects={closed} />
        </Section>
      )}
    </>
  );
}
