import { useTranslations } from "next-intl";
import { ProjectResults } from "@/components/public/lists/project-results";
import { ProjectsAsData } from "@/components/public/lists/projects-as-data";
import { NextPage } from "@/components/public/shared/next-page";
import type { ProjectOrder } from "@/lib/domain/site/list";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

type Results = React.ComponentProps<typeof ProjectResults>;

/** Shows the result of the filters: the number of projects, the rows of this page, and a link to the next page. */
export function FoundProjects({
  context,
  typed,
  isFirst,
  areas,
  found: { projects, nextCursor, isClose, count, isMore, order },
}: {
  context: PageContext;
  /** The query without the cursor. */
  typed: Record<string, string>;
  isFirst: boolean;
  areas: { slug: string; name: string }[];
  found: {
    projects: Results["projects"];
    nextCursor: string | null;
    /** True when no project matches the search words, and these are similar ones. */
    isClose: boolean;
    count: number;
    /** True when there are more projects than `count`. */
    isMore: boolean;
    order: ProjectOrder;
  };
}) {
  const t = useTranslations();
  const isPaged = !isFirst || nextCursor !== null;
  return (
    <section aria-label={t("lists.results")}>
      <p id="list-status" tabIndex={-1} className="pt-8 pb-2" role="status">
        {isClose
          ? t("lists.close", { q: typed["q"] ?? "" })
          : count === 0
            ? t("public.projects.none")
            : isMore
              ? t("lists.many", { count })
              : t("lists.found", { count })}
        {isPaged && ` · ${t("lists.onPage", { count: projects.length })}`}
      </p>
      {/* This marks the page for the script that updates the list in place (components/public/lists/enhancement/enhancement.ts). */}
      <meta name="list-enhancement" />
      <div id="list-results">
        {typed["q"] && !typed["closing"] && (count === 0 || isClose) && (
          <p className="pb-4">
            <a href={addressOf(context, "/projects", { ...typed, closing: "any" })}>
              {t("lists.closedToo")}
            </a>
          </p>
        )}
        {projects.length > 0 && (
          <ProjectResults
            context={context}
            typed={typed}
            order={order}
            projects={projects}
            areaNames={Object.fromEntries(areas.map(({ slug, name }) => [slug, name]))}
          />
        )}
        <NextPage
          context={context}
          path="/projects"
          query={typed}
          isFirst={isFirst}
          nextCursor={nextCursor}
        />
        {projects.length > 0 && <ProjectsAsData context={context} typed={typed} />}
      </div>
    </section>
  );
}
