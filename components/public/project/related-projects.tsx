import { useTranslations } from "next-intl";
import { Content } from "@/components/public/shared/content";
import { Section } from "@/components/public/shared/section";
import { knownCityName } from "@/lib/domain/language/local-name";
import type { ProjectFields } from "@/lib/domain/record/project";
import { type PageContext, recordAddress } from "@/lib/domain/site/page-context";
import type { Day } from "@/lib/domain/values/day";

/** Public projects by the ids of their records. */
export type PublicTitles = Record<
  string,
  { title: string; slug: string; citySlug: string; cityName: string }
>;

/**
 * Shows the relations of a project to others, with a link to each public one. One that is neither public nor named is
 * left out.
 */
export function RelatedProjects({
  context,
  relatedProjects,
  publicTitles,
  since,
}: {
  context: PageContext;
  relatedProjects: ProjectFields["relatedProjects"];
  publicTitles: PublicTitles;
  since: Day | null;
}) {
  const t = useTranslations();
  const shown = relatedProjects.flatMap((item) => {
    const found = item.project === null ? undefined : publicTitles[item.project];
    return found || item.title ? [{ ...item, found }] : [];
  });
  if (shown.length === 0) return null;
  return (
    <Section title={t("fields.relatedProjects")} since={since}>
      <ul className="flex max-w-text list-disc flex-col gap-1 pl-5">
        {shown.map(({ id, relation, title, note, found }) => (
          <li key={id}>
            {t(`choices.relation.${relation}`)}:{" "}
            {found ? <PublicTitle context={context} found={found} /> : title}
            {note && (
              <span className="text-muted">
                {" – "}
                <Content>{note}</Content>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Shows the projects that continue a closed one, from its related projects. */
export function Successors({
  context,
  project: { closing, relatedProjects },
  publicTitles,
}: {
  context: PageContext;
  project: Pick<ProjectFields, "closing" | "relatedProjects">;
  publicTitles: PublicTitles;
}) {
  const t = useTranslations("public.project");
  return relatedProjects
    .filter((item) => item.relation === closing)
    .map(({ id, project, title }) => {
      const found = project === null ? undefined : publicTitles[project];
      if (!found && !title) return null;
      return (
        <p key={id}>
          {t.rich("goesOnIn", {
            project: () => (found ? <PublicTitle context={context} found={found} /> : title),
          })}
        </p>
      );
    });
}

function PublicTitle({ context, found }: { context: PageContext; found: PublicTitles[string] }) {
  return (
    <>
      <a href={recordAddress(context, { ...found, kind: "project" })}>
        <Content>{found.title}</Content>
      </a>
      , {knownCityName(context.locale, found.cityName)}
    </>
  );
}
