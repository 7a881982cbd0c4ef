import type { Schedule, Stage } from "@/lib/domain/project";
import type { ReviewState } from "@/lib/domain/review-state";

/** The columns of a plan's table of projects, in their order. The title is always shown. */
export const projectColumns = [
  "title",
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
  "stage",
  "schedule",
  "focusArea",
  "startsOn",
  "endsOn",
  "review",
  "editedAt",
] as const;
export type ProjectSort = (typeof projectSorts)[number];

export const defaultColumns: ProjectColumn[] = [
  "title",
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
  stage: Stage | null;
  schedule: Schedule | null;
  /** Slugs of the plan's framework. */
  focusArea: string | null;
  outcome: string | null;
  review: ReviewState | null;
  sort: { by: ProjectSort; isDescending: boolean };
  columns: ProjectColumn[];
  page: number;
};

/** One project as the table shows it. */
export type ProjectRow = {
  id: string;
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
  isClosed: boolean;
  review: ReviewState;
  /** The number of the edition that is public; null when there is none. */
  edition: number | null;
  /** An instant, ISO 8601. */
  editedAt: string;
};

/** What the address says after "?" for this state; what is as at the beginning is left out. */
export function toListQuery(state: ProjectListState): string {
  const query = new URLSearchParams();
  for (const name of ["q", "stage", "schedule", "focusArea", "outcome", "review"] as const) {
    if (state[name]) query.set(name, state[name]);
  }
  const sort = `${state.sort.isDescending ? "-" : ""}${state.sort.by}`;
  if (sort !== "title") query.set("sort", sort);
  if (state.columns.join() !== defaultColumns.join()) query.set("columns", state.columns.join());
  if (state.page > 1) query.set("page", String(state.page));
  return query.toString();
}

/** Whether anything narrows the list. */
export function isNarrowed(state: ProjectListState): boolean {
  return Boolean(
    state.q || state.stage || state.schedule || state.focusArea || state.outcome || state.review,
  );
}
