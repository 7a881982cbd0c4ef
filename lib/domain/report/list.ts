import { isListed, stages } from "@/lib/domain/record/project";
import { changesOfKind, reportChanges } from "@/lib/domain/report/changes";
import type { ReportFigures } from "@/lib/domain/report/figures";
import { lateStates } from "@/lib/domain/report/late";
import { byStage, type FrozenPlan, type FrozenProject, noTerm } from "@/lib/domain/report/report";

/**
 * One number of a report, with its table, row and column and the editions that it counts, as files of figures list it.
 */
export type Figure = {
  table: string;
  /** The row's key; "all" for the total. */
  row: string;
  /** A stage, "all" for all stages, or another column of the table. */
  column: string;
  value: number;
  projects: FrozenProject[];
};

/** Returns every number of a report, in the order of its tables. */
export function listFigures({ listed, tables, changes, late, support }: ReportFigures): Figure[] {
  const counted = tables.flatMap(({ table, rows }) =>
    rows.flatMap(({ key, projects }) => [
      figure(table, key, "all", projects),
      ...(table === "stage" ? [] : stagesOf(table, key, projects)),
    ]),
  );
  return [
    figure("total", "all", "all", listed),
    ...counted,
    ...reportChanges.flatMap((kind) => {
      const changed = changesOfKind(changes ?? [], kind).map((change) => change.project);
      return changes === null ? [] : figure("change", kind, "all", changed);
    }),
    // Each date counts, also when one project has several.
    ...lateStates.map((state) =>
      figure(
        "late",
        state,
        "all",
        late.filter((date) => date.state === state).map(({ project }) => project),
      ),
    ),
    // Each need counts, also when one project has several.
    ...support.flatMap(({ kind, open, met }) => [
      figure(
        "support",
        kind,
        "open",
        open.map((request) => request.project),
      ),
      figure(
        "support",
        kind,
        "met",
        met.map((request) => request.project),
      ),
    ]),
  ];
}

/** Returns the name of an edition in files: the slug of its city and record, and its number. */
export function editionName({ city, slug, number }: FrozenProject | FrozenPlan): string {
  return `${city.slug}/${slug}#${number}`;
}

/** Returns the facts of one edition that a report counts. A plan has no such facts: only its edition is listed. */
export function countedFacts(edition: FrozenProject | FrozenPlan) {
  const { recordId, slug, city, number, hash, effectiveOn, fields } = edition;
  const project = "stage" in fields ? fields : null;
  return {
    record: recordId,
    kind: project ? ("project" as const) : ("plan" as const),
    country: city.countryCode,
    city: city.slug,
    joinedYear: city.joinedYear,
    slug,
    edition: number,
    effectiveOn,
    hash,
    origin: edition.origin,
    title: project?.title ?? null,
    stage: project?.stage ?? null,
    focusArea: project ? (project.focusAreas[0]?.focusArea ?? noTerm) : null,
    outcomes: project ? [...new Set(project.contributions.map((item) => item.outcome))] : null,
    isListed: project ? isListed(project) : null,
  };
}

function figure(table: string, row: string, column: string, projects: FrozenProject[]): Figure {
  return { table, row, column, value: projects.length, projects };
}

function stagesOf(table: string, row: string, projects: FrozenProject[]) {
  const counts = byStage(projects);
  return stages.map((stage) => figure(table, row, stage, counts[stage]));
}
