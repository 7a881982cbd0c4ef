import type { Route } from "next";
import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { ReviewStateBadge } from "@/components/record/shared/review-state-badge";
import { ScheduleBadge, StageBadge } from "@/components/record/shared/stage-badge";
import { EditCell, type EditTools } from "@/components/table/edit-cell";
import type { TableFilterChoices } from "@/components/table/table-filters";
import type { Column } from "@/components/ui/data-table";
import { PartialDateText } from "@/components/ui/partial-date";
import type { FrameworkTerms } from "@/lib/domain/record/framework";
import {
  type EditableColumn,
  type ProjectColumn,
  type ProjectRow,
  projectColumns,
  projectSorts,
} from "@/lib/domain/table/project-list";

/** Returns the columns of a table of projects. */
export function useProjectColumns(
  framework: Pick<FrameworkTerms, "focusAreas" | "outcomes">,
  choices: TableFilterChoices,
  { timeZone, onSaved }: Pick<EditTools, "timeZone" | "onSaved">,
): Column<ProjectRow>[] {
  const t = useTranslations("table");
  const labels = useTranslations("choices");
  const locale = useLocale();
  return useMemo(() => {
    const tools = { timeZone, onSaved };
    const options = {
      stage: choices.stages.map((value) => ({ value, label: labels(`stage.${value}`) })),
      schedule: [
        { value: "", label: t("edit.nothing") },
        ...choices.schedules.map((value) => ({ value, label: labels(`schedule.${value}`) })),
      ],
      startsOn: null,
      endsOn: null,
    };
    const edited =
      (column: EditableColumn, show: (row: ProjectRow) => React.ReactNode) => (row: ProjectRow) =>
        row.mayEdit ? (
          <EditCell
            row={row}
            column={column}
            label={t(`column.${column}`)}
            tools={tools}
            options={options[column]}
          >
            {show(row)}
          </EditCell>
        ) : (
          show(row)
        );
    const cells: Record<ProjectColumn, (row: ProjectRow) => React.ReactNode> = {
      title: (row) => (
        <>
          <Link href={`/office/projects/${row.id}` as Route} prefetch={false} className="py-2.5">
            {row.title}
          </Link>
          {row.isClosed && <span className="text-muted text-small"> ({t("closed")})</span>}
        </>
      ),
      city: (row) => row.cityName,
      stage: edited("stage", (row) => <StageBadge stage={row.stage} />),
      schedule: edited(
        "schedule",
        (row) => row.schedule && <ScheduleBadge schedule={row.schedule} />,
      ),
      focusArea: (row) => nameOf(framework.focusAreas, row.focusArea),
      outcomes: (row) =>
        row.outcomes.map((outcome) => nameOf(framework.outcomes, outcome)).join("; "),
      startsOn: edited(
        "startsOn",
        (row) => row.startsOn && <PartialDateText date={row.startsOn} locale={locale} />,
      ),
      endsOn: edited(
        "endsOn",
        (row) => row.endsOn && <PartialDateText date={row.endsOn} locale={locale} />,
      ),
      milestones: (row) => <MilestonesDone row={row} />,
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
  }, [framework, choices, timeZone, onSaved, locale, t, labels]);
}

/** Shows how many milestones are done, and the progress with its calculation. */
function MilestonesDone({ row: { milestones, milestonesDone, progress } }: { row: ProjectRow }) {
  const t = useTranslations();
  const format = useFormatter();
  if (milestones === 0) return null;
  return (
    <>
      {t("table.milestonesDone", { done: milestonesDone, all: milestones })}
      {progress && (
        <span className="block min-w-36 text-muted text-small">
          {t("progress.formula", {
            done: progress.doneWeight,
            whole: progress.wholeWeight,
            percent: format.number(progress.percent, { maximumFractionDigits: 0 }),
          })}
        </span>
      )}
    </>
  );
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
