import { diffFields } from "@/lib/domain/record/diff";
import { divideChanges } from "@/lib/domain/record/origin";
import { isListed, type Stage } from "@/lib/domain/record/project";
import type { FrozenProject } from "@/lib/domain/report/report";
import { type Move, slipOf } from "@/lib/domain/values/move";

/** The kinds of change of a project from one report to the next, in the order in which a report lists them. */
export const reportChanges = [
  "new",
  "listed_again",
  "completed",
  "stage_moved",
  "slipped",
  "renamed",
  "moved_area",
  "closed",
  "left_out",
  "updated",
  "described",
  "unchanged",
] as const;
export type ReportChange = (typeof reportChanges)[number];

/** A project with all its changes. `before` is null for a new one; `project` is from the newer report. */
export type ChangedProject = {
  project: FrozenProject;
  before: FrozenProject | null;
  kinds: ReportChange[];
  /** The delay of the planned end. */
  slip: Move | null;
};

/**
 * Returns the changes from one freeze to the next for each project, matched by permanent id and never by title.
 * Projects that neither report lists are skipped. "Unchanged" means equal except for the sources; "updated" means a
 * difference that has no kind of its own, and "described" one to which the tracker's reading of documents only added
 * what was not there before. "Left out" are listed projects of the report before that the newer freeze
 * does not hold at all, because they are withheld.
 */
export function changesBetween(before: FrozenProject[], now: FrozenProject[]): ChangedProject[] {
  const former = new Map(before.map((project) => [project.recordId, project]));
  const held = new Set(now.map((project) => project.recordId));
  return [
    ...now.flatMap((project) => changeOf(former.get(project.recordId) ?? null, project)),
    ...before
      .filter((project) => isListed(project.fields) && !held.has(project.recordId))
      .map((project) => ({ project, before: project, kinds: ["left_out" as const], slip: null })),
  ];
}

/** Returns the projects of one kind of change. */
export function changesOfKind(changes: ChangedProject[], kind: ReportChange): ChangedProject[] {
  return changes.filter((change) => change.kinds.includes(kind));
}

function changeOf(before: FrozenProject | null, project: FrozenProject): ChangedProject[] {
  const wasListed = before !== null && isListed(before.fields);
  if (!isListed(project.fields))
    return wasListed ? [{ project, before, kinds: ["closed"], slip: null }] : [];
  const slip = before && slipOf(before.fields.endsOn, project.fields.endsOn);
  const named = before === null ? ["new" as const] : namedChanges(before, project, wasListed);
  const kinds: ReportChange[] = slip ? [...named, "slipped"] : named;
  if (project.fields.stage === "completed" && !(wasListed && isCompleted(before)))
    kinds.push("completed");
  if (before && kinds.length === 0) kinds.push(otherChange(before, project));
  return [{ project, before, kinds, slip }];
}

function namedChanges(
  { fields: before }: FrozenProject,
  { fields: after }: FrozenProject,
  wasListed: boolean,
): ReportChange[] {
  const area = (fields: typeof after) => fields.focusAreas[0]?.focusArea ?? null;
  return [
    ...(wasListed ? [] : ["listed_again" as const]),
    ...(before.title === after.title ? [] : ["renamed" as const]),
    // An area that was not stated before does not count as moved.
    ...(area(before) === null || area(before) === area(after) ? [] : ["moved_area" as const]),
    ...(hasMoved(before.stage, after.stage) ? ["stage_moved" as const] : []),
  ];
}

/** Completion is a kind of its own. */
function hasMoved(before: Stage, after: Stage) {
  return before !== after && ![before, after].includes("not_stated") && after !== "completed";
}

function isCompleted(project: FrozenProject) {
  return project.fields.stage === "completed";
}

function otherChange(before: FrozenProject, after: FrozenProject): ReportChange {
  const changes = diffFields("project", before.fields, after.fields);
  const { changed, described } = divideChanges(
    after.origin,
    changes.filter(({ field }) => field !== "sources"),
  );
  if (changed.length > 0) return "updated";
  return described.length > 0 ? "described" : "unchanged";
}
