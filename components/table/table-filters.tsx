import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import type { FrameworkTerms } from "@/lib/domain/record/framework";
import type { Schedule, Stage } from "@/lib/domain/record/project";
import { reviewStates } from "@/lib/domain/review/review-state";
import { missed, silent } from "@/lib/domain/site/facets";
import { isFiltered, noFilters, type ProjectListState } from "@/lib/domain/table/project-list";

/** The options of the filters. The server passes them, so that schemas stay out of the browser. */
export type TableFilterChoices = { stages: readonly Stage[]; schedules: readonly Schedule[] };

/** Shows the search and the filters of a table of projects. A selection applies at once, a search when it is sent. */
export function TableFilters({
  state,
  framework,
  cities,
  choices: { stages, schedules },
  onAsk,
}: {
  state: ProjectListState;
  framework: Pick<FrameworkTerms, "focusAreas" | "outcomes">;
  /** None for the table of one plan. */
  cities: { slug: string; name: string }[];
  choices: TableFilterChoices;
  onAsk: (change: Partial<ProjectListState>) => void;
}) {
  const t = useTranslations("table");
  const labels = useTranslations("choices");
  const [q, setQ] = useState(state.q);
  const [askedQ, setAskedQ] = useState(state.q);
  // The address may change outside this form: somebody goes back, or clears the filters.
  if (askedQ !== state.q) {
    setAskedQ(state.q);
    setQ(state.q);
  }
  const terms = (list: { slug: string; name: string }[]) =>
    list.map((term) => ({ value: term.slug, label: term.name }));
  return (
    <search>
      <form
        className="grid grid-cols-2 items-end gap-3 sm:grid-cols-3 lg:grid-cols-6"
        onSubmit={(event) => {
          event.preventDefault();
          onAsk({ q: q.trim() });
        }}
      >
        <SearchRow state={state} q={q} onType={setQ} onClear={() => onAsk(noFilters)} />
        {cities.length > 0 && (
          <Filter name="city" state={state} options={terms(cities)} onAsk={onAsk} />
        )}
        <Filter
          name="stage"
          state={state}
          options={stages.map((value) => ({ value, label: labels(`stage.${value}`) }))}
          onAsk={onAsk}
        />
        <Filter
          name="schedule"
          state={state}
          options={[
            ...schedules.map((value) => ({ value, label: labels(`schedule.${value}`) })),
            { value: missed, label: t("missed") },
            { value: silent, label: t("silent") },
          ]}
          onAsk={onAsk}
        />
        <Filter
          name="focusArea"
          state={state}
          options={terms(framework.focusAreas)}
          onAsk={onAsk}
        />
        <Filter name="outcome" state={state} options={terms(framework.outcomes)} onAsk={onAsk} />
        <Filter
          name="review"
          state={state}
          options={reviewStates.map((value) => ({ value, label: labels(`reviewState.${value}`) }))}
          onAsk={onAsk}
        />
      </form>
    </search>
  );
}

function SearchRow({
  state,
  q,
  onType,
  onClear,
}: {
  state: ProjectListState;
  q: string;
  onType: (q: string) => void;
  onClear: () => void;
}) {
  const t = useTranslations("table");
  return (
    <div className="col-span-full flex flex-wrap items-end gap-3">
      <div className="min-w-0 max-w-96 grow">
        <TextField
          type="search"
          label={t("search")}
          hint={t("searchHint")}
          value={q}
          onChange={(event) => onType(event.target.value)}
        />
      </div>
      <Button type="submit">{t("find")}</Button>
      {isFiltered(state) && (
        <Button look="quiet" onClick={onClear}>
          {t("clear")}
        </Button>
      )}
    </div>
  );
}

function Filter({
  name,
  state,
  options,
  onAsk,
}: {
  name: "city" | "stage" | "schedule" | "focusArea" | "outcome" | "review";
  state: ProjectListState;
  options: { value: string; label: string }[];
  onAsk: (change: Partial<ProjectListState>) => void;
}) {
  const t = useTranslations("table");
  return (
    <SelectField
      label={t(`filter.${name}`)}
      value={state[name] ?? ""}
      onChange={(event) => onAsk({ [name]: event.target.value || null })}
      options={[{ value: "", label: t("all") }, ...options]}
    />
  );
}
