import { useTranslations } from "next-intl";
import { ListColumns } from "@/components/public/lists/list-columns";
import { SelectedElsewhere } from "@/components/public/lists/selected-elsewhere";
import { Content } from "@/components/public/shared/content";
import { OriginMark } from "@/components/public/shared/origin";
import type { PublicProjectRow } from "@/components/public/shared/project-table";
import { ReadDay } from "@/components/public/shared/read-day";
import { ScheduleBadge, StageBadge } from "@/components/record/shared/stage-badge";
import { Button } from "@/components/ui/button";
import { PartialDateText } from "@/components/ui/partial-date";
import { type PlainColumn, PlainTable } from "@/components/ui/plain-table";
import type { ProjectOrder } from "@/lib/domain/site/list";
import { addressOf, type PageContext, recordAddress } from "@/lib/domain/site/page-context";

type Row = Omit<PublicProjectRow, "fields"> & {
  edition: { effectiveOn: string };
  fields: PublicProjectRow["fields"] & { startsOn: string | null; endsOn: string | null };
};

/**
 * Shows a page of the list of projects. Its headings link to the list in another order, and projects can be selected
 * for comparison.
 */
export function ProjectResults({
  context,
  typed,
  order,
  projects,
  areaNames,
}: {
  context: PageContext;
  /** The query without the cursor. */
  typed: Record<string, string>;
  order: ProjectOrder;
  projects: Row[];
  /** Names of focus areas by slug. */
  areaNames: Record<string, string>;
}) {
  const t = useTranslations();
  const labels = {
    title: t("public.projects.project"),
    stage: t("public.projects.stage"),
    city: t("public.projects.city"),
    area: t("public.projects.focusArea"),
    starts: t("public.project.starts"),
    ends: t("public.project.ends"),
    effective: t("lists.effectiveOn"),
  };
  const { title: _, ...optional } = labels;
  const head = useHeadings(context, typed, order, labels);
  const cellsOf = useCells(context, areaNames);
  return (
    <>
      <ListColumns labels={optional} />
      <form method="get" action={addressOf({ ...context, asOf: null }, "/compare")}>
        <PlainTable
          label={t("public.projects.title")}
          columns={[
            head("title"),
            head("stage"),
            { ...head("city"), isWide: true },
            { id: "area", header: labels.area, isWide: true },
            { ...head("starts"), isWide: true },
            { ...head("ends"), isWide: true },
            { ...head("effective"), isWide: true },
          ]}
          rows={projects.map((project) => ({
            key: project.id,
            cells: cellsOf(project),
          }))}
        />
        <ReadDay context={context} />
        <SelectedElsewhere />
        <p className="pt-4 print:hidden">
          <Button type="submit">{t("compare.chosen")}</Button>
        </p>
      </form>
    </>
  );
}

type Labels = Record<"title" | "stage" | "city" | "area" | "starts" | "ends" | "effective", string>;

/** Returns a function that makes the heading of a column, with a link to the list in its order. */
function useHeadings(
  context: PageContext,
  typed: Record<string, string>,
  order: ProjectOrder,
  labels: Labels,
) {
  return (by: keyof Labels & ProjectOrder): PlainColumn => {
    const isSorted = order === by || order === `-${by}`;
    const next = order === by ? `-${by}` : by;
    return {
      id: by,
      header: (
        <a href={addressOf(context, "/projects", { ...typed, sort: next })}>
          {labels[by]}
          {isSorted && <span aria-hidden="true"> {order === by ? "↑" : "↓"}</span>}
        </a>
      ),
      sorted: isSorted ? (order === by ? "ascending" : "descending") : undefined,
    };
  };
}

/** Returns a function that makes the cells of a project. */
function useCells(context: PageContext, areaNames: Record<string, string>) {
  const t = useTranslations();
  return (project: Row) => [
    <span key="title" className="flex max-w-text items-start gap-1">
      <label className="-mt-2.5 -ml-3 flex size-11 flex-none items-center justify-center print:hidden">
        <span className="sr-only">{t("compare.mark", { title: project.fields.title })}</span>
        <input type="checkbox" name="project" value={project.id} className="size-5 accent-accent" />
      </label>
      <span className="flex flex-col">
        <a href={recordAddress(context, { ...project, kind: "project" })}>
          <Content>{project.fields.title}</Content>
        </a>
        <span className="text-muted text-small sm:hidden">{project.cityName}</span>
        <OriginMark origin={project.edition.origin} />
      </span>
    </span>,
    <span key="stage" className="flex flex-col">
      <StageBadge stage={project.fields.stage} />
      {project.fields.schedule && <ScheduleBadge schedule={project.fields.schedule} />}
      {project.fields.closing && project.fields.closing !== "completed" && (
        <span className="text-small">{t(`choices.closing.${project.fields.closing}`)}</span>
      )}
    </span>,
    <a key="city" href={addressOf(context, `/cities/${project.citySlug}`)}>
      {project.cityName}
    </a>,
    project.fields.focusAreas
      .map(({ focusArea }) => areaNames[focusArea] ?? focusArea)
      .join(", ") || t("public.projects.noFocusArea"),
    ...[project.fields.startsOn, project.fields.endsOn].map((date) =>
      date === null ? (
        <span key="none" className="text-muted">
          {t("public.projects.noFocusArea")}
        </span>
      ) : (
        <PartialDateText key="date" date={date} locale={context.locale} />
      ),
    ),
    <PartialDateText key="effective" date={project.edition.effectiveOn} locale={context.locale} />,
  ];
}
