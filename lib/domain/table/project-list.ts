import type { Progress } from "@/lib/domain/progress/progress";
import type { Schedule, Stage } from "@/lib/domain/record/project";
import type { ReviewState } from "@/lib/domain/review/review-state";
import type { missed, silent } from "@/lib/domain/site/facets";

/**
 * The columns of a table of projects, in order. The title is always shown; the city is not shown in the table of one
 * plan.
 */
export const projectColumns = [
  "title",
  "city",
  "stage",
  "schedule",
  "focusArea",
  "outcomes",
  "startsOn",
  "endsOn",
  "milestones",
  "review",
  "edition",
  "editedAt",
] as const;
export type ProjectColumn = (typeof projectColumns)[number];

/** The columns by which the table can be sorted. */
export const projectSorts = [
  "title",
  "city",
  "stage",
  "schedule",
  "focusArea",
  "startsOn",
  "endsOn",
  "review",
  "editedAt",
] as const;
export type ProjectSort = (typeof projectSorts)[number];

/** The columns whose cells can be edited in the table, named as their fields. */
export type EditableColumn = "stage" | "schedule" | "startsOn" | "endsOn";

export const defaultColumns: ProjectColumn[] = [
  "title",
  "city",
  "stage",
  "schedule",
  "focusArea",
  "endsOn",
  "review",
  "editedAt",
];

export type ScheduleFilter = Schedule | typeof missed | typeof silent;

/** The filters, order and columns that a reader selected; they are part of the page's address. */
export type ProjectListState = {
  q: string;
  /** The slug of a city; it has no effect within one plan. */
  city: string | null;
  stage: Stage | null;
  /** What the draft declares, or what became of the dates of the published edition. */
  schedule: ScheduleFilter | null;
  /** The slug of a focus area of the plan's framework. */
  focusArea: string | null;
  outcome: string | null;
  review: ReviewState | null;
  sort: { by: ProjectSort; isDescending: boolean };
  columns: ProjectColumn[];
  /** The cursor of the page, from the link of the page beside it; null for the first page. */
  position: PagePosition | null;
};

/** A page begins after this row, or ends before it. */
export type PagePosition = { side: "after" | "before"; cursor: string };

/**
 * One page of a list: its rows, its position among all matches, and the cursors of its first and last row. Counting
 * reads every row, so it stops at a maximum.
 */
export type ProjectTablePage = {
  rows: ProjectRow[];
  /** The number of matches, or the maximum that is counted when there are more. */
  total: number;
  isMore: boolean;
  /** The number of rows before the page; null when there are more than are counted. */
  before: number | null;
  hasPrevious: boolean;
  hasNext: boolean;
  first: string | null;
  last: string | null;
};

/** One project as a row of the table. */
export type ProjectRow = {
  id: string;
  cityId: string;
  cityName: string;
  title: string;
  stage: Stage;
  schedule: Schedule | null;
  focusArea: string | null;
  outcomes: string[];
  startsOn: string | null;
  endsOn: string | null;
  milestonesDone: number;
  /** The number of milestones that are not dropped. */
  milestones: number;
  /** Progress by the weight of the milestones; null when there are none. */
  progress: Progress | null;
  isClosed: boolean;
  review: ReviewState;
  /** The number of the public edition; null when there is none. */
  edition: number | null;
  /** An instant, ISO 8601. */
  editedAt: string;
  /** True when the reader may edit the project, and submit it. */
  mayEdit: boolean;
  maySubmit: boolean;
};

const filters = ["q", "city", "stage", "schedule", "focusArea", "outcome", "review"] as const;

/** The parameters in the address of a table, except the page. */
export const tableParameters: readonly string[] = [...filters, "sort", "columns"];

/** The state without any filter. */
export const noFilters: Pick<ProjectListState, (typeof filters)[number]> = {
  q: "",
  city: null,
  stage: null,
  schedule: null,
  focusArea: null,
  outcome: null,
  review: null,
};

/** Returns the query string for this state; defaults are left out. */
export function toListQuery(state: ProjectListState): string {
  const query = new URLSearchParams(toFilterQuery(state));
  const sort = `${state.sort.isDescending ? "-" : ""}${state.sort.by}`;
  if (sort !== "title") query.set("sort", sort);
  if (state.columns.join() !== defaultColumns.join()) query.set("columns", state.columns.join());
  if (state.position) query.set(state.position.side, state.position.cursor);
  return query.toString();
}

/** Returns the filters of that query string: they decide which rows are selected. */
export function toFilterQuery(state: ProjectListState): string {
  const query = new URLSearchParams();
  for (const name of filters) {
    if (state[name]) query.set(name, state[name]);
  }
  return query.toString();
}

/** Returns true when any filter is set. */
export function isFiltered(state: ProjectListState): boolean {
  return toFilterQuery(state) !== "";
}
