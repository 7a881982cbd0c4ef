import type { Progress } from "@/lib/domain/progress/progress";
import type { Schedule, Stage } from "@/lib/domain/record/project";
import type { ReviewState } from "@/lib/domain/review/review-state";

/**
 * The columns of a table of projects, in their order. The title is always shown, the city never in one plan's table.
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

/** The columns whose cells are edited in place, called as the fields they show. */
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

/** What a reader asked of the table; it lives in the address of the page. */
export type ProjectListState = {
  q: string;
  /** The slug of a city; narrows nothing within one plan. */
  city: string | null;
  stage: Stage | null;
  schedule: Schedule | null;
  /** Slugs of the plan's framework. */
  focusArea: string | null;
  outcome: string | null;
  review: ReviewState | null;
  sort: { by: ProjectSort; isDescending: boolean };
  columns: ProjectColumn[];
  /** Where the page begins or ends, as the page beside it said; null for the first page. */
  place: PagePosition | null;
};

/** A page begins after a row, or ends before it. */
export type PagePosition = { side: "after" | "before"; cursor: string };

/**
 * One page of a list: its rows, where it stands among all that match, and the cursors of its first and last row.
 * Counting reads each row it counts, so it ends at a number of them.
 */
export type ProjectTablePage = {
  rows: ProjectRow[];
  /** How many match, or how many were counted when there are more. */
  total: number;
  isMore: boolean;
  /** How many rows come before it; null when more than are counted. */
  before: number | null;
  hasPrevious: boolean;
  hasNext: boolean;
  first: string | null;
  last: string | null;
};

/** One project as the table shows it. */
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
  /** Those not dropped. */
  milestones: number;
  /** By the weight of the milestones; null where there is none to weigh. */
  progress: Progress | null;
  isClosed: boolean;
  review: ReviewState;
  /** The number of the edition that is public; null when there is none. */
  edition: number | null;
  /** An instant, ISO 8601. */
  editedAt: string;
  /** Whether changing it, and submitting it, are the reader's. */
  mayEdit: boolean;
  maySubmit: boolean;
};

const filters = ["q", "city", "stage", "schedule", "focusArea", "outcome", "review"] as const;

/** What the address of a table says, but for the page. */
export const tableParameters: readonly string[] = [...filters, "sort", "columns"];

/** Everything that narrows the list, taken away. */
export const nothingAsked: Pick<ProjectListState, (typeof filters)[number]> = {
  q: "",
  city: null,
  stage: null,
  schedule: null,
  focusArea: null,
  outcome: null,
  review: null,
};

/** Returns what the address says after "?" for this state; what is as at the beginning is left out. */
export function toListQuery(state: ProjectListState): string {
  const query = new URLSearchParams(toFilterQuery(state));
  const sort = `${state.sort.isDescending ? "-" : ""}${state.sort.by}`;
  if (sort !== "title") query.set("sort", sort);
  if (state.columns.join() !== defaultColumns.join()) query.set("columns", state.columns.join());
  if (state.place) query.set(state.place.side, state.place.cursor);
  return query.toString();
}

/** Returns the part of that which narrows the list: another one asks for other rows. */
export function toFilterQuery(state: ProjectListState): string {
  const query = new URLSearchParams();
  for (const name of filters) {
    if (state[name]) query.set(name, state[name]);
  }
  return query.toString();
}

/** Returns whether anything narrows the list. */
export function isFiltered(state: ProjectListState): boolean {
  return toFilterQuery(state) !== "";
}
