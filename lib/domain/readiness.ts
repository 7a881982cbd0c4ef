import { isBefore } from "@/lib/domain/partial-date";
import type { PlanFields } from "@/lib/domain/plan";
import type { ProjectFields } from "@/lib/domain/project";
import type { FieldsOf, RecordKind } from "@/lib/domain/record";

/**
 * Something a record still lacks. `issue` is a key of messages `readiness`.
 * What is needed stops a submission; what is advised would only make it a better one.
 */
export type Issue = { field: string; issue: string; weight: "needed" | "advised" };

/** Everything a draft still lacks, needed before advised, each in reading order. */
export function listIssues<K extends RecordKind>(kind: K, fields: FieldsOf<K>): Issue[] {
  const issues =
    kind === "plan" ? planIssues(fields as PlanFields) : projectIssues(fields as ProjectFields);
  return [
    ...issues.filter((issue) => issue.weight === "needed"),
    ...issues.filter((issue) => issue.weight === "advised"),
  ];
}

/** Whether the draft may be submitted: nothing needed is missing. */
export function isReady(issues: Issue[]): boolean {
  return issues.every((issue) => issue.weight === "advised");
}

function projectIssues(project: ProjectFields): Issue[] {
  return [
    needed(project.title === "", "title", "missing"),
    needed(
      project.localTitle !== "" && project.localTitleLanguage === null,
      "localTitleLanguage",
      "language_missing",
    ),
    needed(project.summary === "", "summary", "missing"),
    needed(project.focusAreas.length === 0, "focusAreas", "one_needed"),
    advised(project.contributions.length === 0, "contributions", "contribution_advised"),
    needed(
      project.contributions.some((contribution) => contribution.how === ""),
      "contributions",
      "how_missing",
    ),
    needed(project.stage === "not_stated" && project.closing === null, "stage", "stage_missing"),
    needed(
      (project.schedule === "late" || project.schedule === "paused") &&
        project.scheduleReason === "",
      "scheduleReason",
      "reason_missing",
    ),
    advised(project.startsOn === null, "startsOn", "start_advised"),
    advised(project.endsOn === null && project.closing === null, "endsOn", "end_advised"),
    needed(
      project.startsOn !== null &&
        project.endsOn !== null &&
        isBefore(project.endsOn, project.startsOn),
      "endsOn",
      "before_start",
    ),
    needed(
      project.startsOn !== null &&
        project.endedOn !== null &&
        isBefore(project.endedOn, project.startsOn),
      "endedOn",
      "before_start",
    ),
    advised(
      project.stage === "completed" && project.endedOn === null,
      "endedOn",
      "actual_end_advised",
    ),
    needed(
      project.milestones.some((milestone) => milestone.title === ""),
      "milestones",
      "item_title_missing",
    ),
    needed(
      project.partners.some((partner) => partner.name === ""),
      "partners",
      "item_title_missing",
    ),
    needed(
      project.closing !== null && project.closingReason === "",
      "closingReason",
      "closing_reason_missing",
    ),
    needed(
      (project.closing === "merged_into" || project.closing === "replaced_by") &&
        project.closingSuccessor === "",
      "closingSuccessor",
      "successor_missing",
    ),
  ].flat();
}

function planIssues(plan: PlanFields): Issue[] {
  return [
    needed(plan.vision === "", "vision", "missing"),
    needed(plan.focusAreas.length === 0, "focusAreas", "one_needed"),
    needed(plan.strategicTargets.length === 0, "strategicTargets", "one_needed"),
    needed(
      plan.strategicTargets.some((target) => target.text === ""),
      "strategicTargets",
      "item_title_missing",
    ),
    advised(
      plan.strategicTargets.some((target) => target.value === null || target.dueOn === null),
      "strategicTargets",
      "measurable_advised",
    ),
  ].flat();
}

function needed(isMissing: boolean, field: string, issue: string): Issue[] {
  return isMissing ? [{ field, issue, weight: "needed" }] : [];
}

function advised(isMissing: boolean, field: string, issue: string): Issue[] {
  return isMissing ? [{ field, issue, weight: "advised" }] : [];
}
