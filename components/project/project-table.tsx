"use client";
import type { Route } from "next";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { ColumnChooser } from "@/components/project/column-chooser";
import { useProjectColumns } from "@/components/project/columns";
import { Pager } from "@/components/project/pager";
import { type ProjectChoices, ProjectFilters } from "@/components/project/project-filters";
import { DataTable } from "@/components/ui/data-table";
import type { FrameworkTerms } from "@/lib/domain/framework";
import {
  isNarrowed,
  type ProjectListState,
  type ProjectRow,
  type ProjectSort,
  toListQuery,
} from "@/lib/domain/project-list";

/** A plan's projects: searched, filtered, sorted and paged by the address, which anybody can send on. */
export function ProjectTable({
  cityName,
  rows,
  total,
  perPage,
  state,
  framework,
  choices,
  timeZone,
}: {
  cityName: string;
  rows: ProjectRow[];
  total: number;
  perPage: number;
  state: ProjectListState;
  framework: FrameworkTerms;
  choices: ProjectChoices;
  timeZone: string;
}) {
  const t = useTranslations("office.table");
  const router = useRouter();
  const path = usePathname();
  const [isBusy, startTransition] = useTransition();
  // What was asked shows at once; the rows follow when they are there.
  const [asked, setAsked] = useOptimistic(state);
  const columns = useProjectColumns(framework, timeZone);

  function ask(change: Partial<ProjectListState>) {
    const next = { ...asked, page: 1, ...change };
    const query = toListQuery(next);
    startTransition(() => {
      setAsked(next);
      router.push((query ? `${path}?${query}` : path) as Route, { scroll: false });
    });
  }

  return (
    <div className="flex flex-col gap-4">
      <ProjectFilters state={asked} framework={framework} choices={choices} onAsk={ask} />
      <div className="flex flex-wrap items-start justify-between gap-4">
        <p role="status" className="py-2">
          {isBusy ? t("loading") : <Range state={state} total={total} perPage={perPage} />}
        </p>
        <ColumnChooser
          shown={asked.columns}
          onChoose={(chosen) => ask({ columns: chosen, page: asked.page })}
        />
      </div>
      {rows.length === 0 ? (
        <p>{t(isNarrowed(state) ? "none" : "empty")}</p>
      ) : (
        <DataTable
          caption={t("caption", { city: cityName })}
          columns={columns}
          shownColumns={asked.columns}
          rows={rows}
          sort={asked.sort}
          // The table sorts by nothing but the columns that columns.tsx calls sortable.
          onSort={({ by, isDescending }) => ask({ sort: { by: by as ProjectSort, isDescending } })}
          sortLabel={t("sortBy")}
          isBusy={isBusy}
        />
      )}
      <Pager
        page={asked.page}
        pages={Math.ceil(total / perPage)}
        onTurn={(page) => ask({ page })}
      />
    </div>
  );
}

function Range({
  state,
  total,
  perPage,
}: {
  state: ProjectListState;
  total: number;
  perPage: number;
}) {
  const t = useTranslations("office.table");
  if (total <= perPage) return t("count", { total });
  const from = (state.page - 1) * perPage + 1;
  return t("range", { from, to: Math.min(from + perPage - 1, total), total });
}
