"use client";
import type { Route } from "next";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { useBulk } from "@/components/forms/use-bulk";
import { useSelection } from "@/components/forms/use-selection";
import { BulkBar } from "@/components/table/bulk-bar";
import { ColumnChooser } from "@/components/table/column-chooser";
import { useProjectColumns } from "@/components/table/columns";
import { ExportLinks } from "@/components/table/export-links";
import { Pager } from "@/components/table/pager";
import { SavedViews, type SavedViewsProps } from "@/components/table/saved-views";
import { type TableFilterChoices, TableFilters } from "@/components/table/table-filters";
import { useSavedRows } from "@/components/table/use-saved-rows";
import { DataTable, type Selection } from "@/components/ui/data-table";
import type { FrameworkTerms } from "@/lib/domain/record/framework";
import {
  isFiltered,
  type ProjectListState,
  type ProjectRow,
  type ProjectSort,
  type ProjectTablePage,
  projectColumns,
  toFilterQuery,
  toListQuery,
} from "@/lib/domain/table/project-list";

/** Shows a table of projects. Its search, filters, order and page are part of the address, which can be shared. */
export function ProjectTable({
  caption,
  emptyText,
  planId,
  page,
  state,
  framework,
  cities,
  choices,
  timeZone,
  views,
}: {
  caption: string;
  /** The text for a table without projects. */
  emptyText: string;
  /** The plan of the projects; null for all plans that the reader may see. */
  planId: string | null;
  page: ProjectTablePage;
  state: ProjectListState;
  framework: Pick<FrameworkTerms, "focusAreas" | "outcomes">;
  /** The cities to filter by; none for the table of one plan, which has no column for them. */
  cities: { slug: string; name: string }[];
  choices: TableFilterChoices;
  timeZone: string;
  views: SavedViewsProps;
}) {
  const t = useTranslations("table");
  const router = useRouter();
  const { asked, ask, isBusy } = useQuery(state);
  const { rows, onSaved } = useSavedRows(page.rows, toListQuery(state));
  const columns = useProjectColumns(framework, choices, { timeZone, onSaved });
  const { selected, select, clearSelection } = useSelection<ProjectRow>(toFilterQuery(asked));
  const bulk = useBulk((results) => {
    const done = results.flatMap(({ row, result }) => (result.ok ? [row.id] : []));
    const finished = [...selected.values()].filter((row) => done.includes(row.id));
    select(finished, false);
    router.refresh();
  });
  const offered = projectColumns.filter((column) => column !== "city" || cities.length > 0);

  const maySelect = rows.some((row) => row.mayEdit);

  const selection: Selection<ProjectRow> = {
    selected,
    onSelect: select,
    allLabel: t("choose.all"),
    labelOf: (row) => t("choose.row", { title: row.title }),
  };
  return (
    <div className="flex flex-col gap-4">
      <TableFilters
        state={asked}
        framework={framework}
        cities={cities}
        choices={choices}
        onAsk={ask}
      />
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="flex flex-wrap gap-x-6">
          <p role="status" className="py-2.5">
            {isBusy ? t("loading") : <Range page={page} />}
          </p>
          {maySelect && <SelectedCount count={selected.size} />}
        </div>
        <Tools planId={planId} asked={asked} offered={offered} views={views} onAsk={ask} />
      </div>
      {rows.length === 0 ? (
        <p>{isFiltered(state) ? t("none") : emptyText}</p>
      ) : (
        <DataTable
          caption={caption}
          columns={columns}
          shownColumns={asked.columns.filter((column) => offered.includes(column))}
          rows={rows}
          sort={asked.sort}
          // Only the columns that columns.tsx marks as sortable can be sorted.
          onSort={({ by, isDescending }) => ask({ sort: { by: by as ProjectSort, isDescending } })}
          sortLabel={t("sortBy")}
          isBusy={isBusy}
          selection={maySelect ? selection : undefined}
        />
      )}
      <BulkBar selected={[...selected.values()]} work={bulk} onClear={clearSelection} />
      <Pager page={page} onTurn={(position) => ask({ position })} />
    </div>
  );
}

/** Shows the saved views, the columns and the files of the table. */
function Tools({
  planId,
  asked,
  offered,
  views,
  onAsk,
}: {
  planId: string | null;
  asked: ProjectListState;
  offered: React.ComponentProps<typeof ColumnChooser>["offered"];
  views: SavedViewsProps;
  onAsk: (change: Partial<ProjectListState>) => void;
}) {
  const path = usePathname();
  const query = toListQuery({ ...asked, position: null });
  return (
    <div className="flex flex-wrap items-start gap-2">
      <SavedViews {...views} path={path} query={query} />
      <ColumnChooser
        offered={offered}
        shown={asked.columns}
        onChoose={(columns) => onAsk({ columns, position: asked.position })}
      />
      <ExportLinks planId={planId} query={query} />
    </div>
  );
}

/** Returns the query of the table, and a function that changes it and opens the new address. */
function useQuery(state: ProjectListState) {
  const router = useRouter();
  const path = usePathname();
  const [isBusy, startTransition] = useTransition();
  // The new query shows at once; the rows follow when they have arrived.
  const [asked, setAsked] = useOptimistic(state);

  function ask(change: Partial<ProjectListState>) {
    const next = { ...asked, position: null, ...change };
    const query = toListQuery(next);
    startTransition(() => {
      setAsked(next);
      router.push((query ? `${path}?${query}` : path) as Route, { scroll: false });
    });
  }

  return { asked, ask, isBusy };
}

/** Shows the number of selected projects, with a link to the actions on them. */
function SelectedCount({ count }: { count: number }) {
  const t = useTranslations("table");
  return (
    <p className="py-2.5">
      {count === 0 ? (
        <span className="text-muted">{t("choose.none")}</span>
      ) : (
        <a href="#bulk">{t("choose.some", { count })}</a>
      )}
    </p>
  );
}

function Range({ page: { rows, total, isMore, before } }: { page: ProjectTablePage }) {
  const t = useTranslations("table");
  if (before === null) return t("beyond", { total });
  if (rows.length === total) return t("count", { total });
  const range = { from: before + 1, to: before + rows.length, total };
  return t(isMore ? "rangeOfMany" : "range", range);
}
