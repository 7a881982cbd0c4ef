import type { Route } from "next";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { PartialDateText } from "@/components/record/partial-date";
import { ReviewStateBadge } from "@/components/record/review-state-badge";
import { ScheduleBadge, StageBadge } from "@/components/record/stage-badge";
import type { Column } from "@/components/ui/data-table";
import type { FrameworkTerms } from "@/lib/domain/framework";
import {
  type ProjectColumn,
  type ProjectRow,
  projectColumns,
  projectSorts,
} from "@/lib/domain/project-list";

/** The columns of a plan's table of projects. */
export function useProjectColumns(
  framework: FrameworkTerms,
  timeZone: string,
): Column<ProjectRow>[] {
  const t = useTranslations("office.table");
  const locale = useLocale();
  return useMemo(() => {
    const cells: Record<ProjectColumn, (row: ProjectRow) => React.ReactNode> = {
      title: (row) => (
        <>
          <Link href={`/office/projects/${row.id}` as Route} prefetch={false} className="py-2.5">
            {row.title}
          </Link>
          {row.isClosed && <span className="text-muted text-small"> ({t("closed")})</span>}
        </>
      ),
      stage: (row) => <StageBadge stage={row.stage} />,
      schedule: (row) => row.schedule && <ScheduleBadge schedule={row.schedule} />,
      focusArea: (row) => nameOf(framework.focusAreas, row.focusArea),
      outcomes: (row) =>
        row.outcomes.map((outcome) => nameOf(framework.outcomes, outcome)).join("; "),
      startsOn: (row) => row.startsOn && <PartialDateText date={row.startsOn} locale={locale} />,
      endsOn: (row) => row.endsOn && <PartialDateText date={row.endsOn} locale={locale} />,
      milestones: (row) =>
        row.milestones > 0 &&
        t("milestonesDone", { done: row.milestonesDone, all: row.milestones }),
      review: (row) => <ReviewStateBadge state={row.review} />,
      edition: (row) => row.edition,
      editedAt: (row) => <DayText at={row.editedAt} timeZone={timeZone} locale={locale} />,
    };
    return projectColumns.map((id) => ({
      id,
      label: t(`column.${id}`),
      cell: cells[id],
      isSortable: projectSorts.some((sort) => sort === id),
      isNumber: id === "edition",
    }));
  }, [framework, timeZone, locale, t]);
}

function nameOf(terms: { slug: string; name: string }[], slug: string | null) {
  return terms.find((term) => term.slug === slug)?.name ?? slug;
}

function DayText({ at, timeZone, locale }: { at: string; timeZone: string; locale: string }) {
  const language = `${locale === "en" ? "en-GB" : locale}-u-ca-gregory-nu-latn`;
  const day = new Intl.DateTimeFormat(language, { timeZone, dateStyle: "medium" });
  return (
    <time dateTime={at} className="whitespace-nowrap">
      {day.format(new Date(at))}
    </time>
  );
}
