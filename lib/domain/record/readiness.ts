import type { Messages } from "@/lib/domain/language/messages";
import { looksPersonal } from "@/lib/domain/people/office-address";
import type { FieldName } from "@/lib/domain/record/fields";
import type { PlanFields } from "@/lib/domain/record/plan";
import type { ProjectFields } from "@/lib/domain/record/project";
import type { FieldsOf } from "@/lib/domain/record/record";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { missingToMeasure } from "@/lib/domain/record/target";
import { staleTranslations } from "@/lib/domain/record/translation";
import { isBefore } from "@/lib/domain/values/partial-date";

/** Something that a record lacks. A needed issue stops a submission; an advised one does not. */
export type Issue = { field: FieldName; issue: IssueName; weight: "needed" | "advised" };

type IssueName = keyof Messages["errors"]["readiness"];

/** Returns everything that a draft lacks, needed before advised, each in reading order. */
export function listIssues<K extends RecordKind>(kind: K, fields: FieldsOf<K>): Issue[] {
  const issues =
    kind === "plan" ? planIssues(fields as PlanFields) : projectIssues(fields as ProjectFields);
  issues.push(
    ...advised(staleTranslations(fields).length > 0, "translations", "english_changed_advised"),
  );
  return [
    ...issues.filter((issue) => issue.weight === "needed"),
    ...issues.filter((issue) => issue.weight === "advised"),
  ];
}

/** Returns true when the draft may be submitted: no needed issue is left. */
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
        project.closingSuccessor === "" &&
        !project.relatedProjects.some((related) => related.relation === project.closing),
      "closingSuccessor",
      "successor_missing",
    ),
    ...measurementIssues(project),
    ...partnershipIssues(project),
    ...evidenceIssues(project),
  ].flat();
}

function measurementIssues({ indicators, budget }: ProjectFields): Issue[][] {
  const readings = indicators.flatMap((indicator) => indicator.readings);
  return [
    needed(
      indicators.some((indicator) => indicator.name === ""),
      "indicators",
      "item_title_missing",
    ),
    needed(
      readings.some((reading) => reading.on === null || reading.value === null),
      "indicators",
      "reading_incomplete",
    ),
    advised(
      indicators.some((indicator) => indicator.unit === "" || indicator.baseline === null),
      "indicators",
      "unit_or_baseline_advised",
    ),
    needed(
      budget.some((line) => line.amount === null || line.currency === null),
      "budget",
      "amount_missing",
    ),
  ];
}

function partnershipIssues(project: ProjectFields): Issue[][] {
  return [
    needed(
      project.supportNeeded.some((support) => support.text === ""),
      "supportNeeded",
      "item_title_missing",
    ),
    advised(
      project.supportNeeded.some((support) => support.isMet && support.metBy === ""),
      "supportNeeded",
      "met_by_advised",
    ),
    advised(
      looksPersonal(project.responsibleAddress),
      "responsibleAddress",
      "personal_address_advised",
    ),
    needed(
      project.relatedProjects.some((related) => related.project === null && related.title === ""),
      "relatedProjects",
      "related_missing",
    ),
    needed(
      project.locations.some(
        (location) => (location.latitude === null) !== (location.longitude === null),
      ),
      "locations",
      "coordinate_missing",
    ),
  ];
}

function evidenceIssues(project: ProjectFields): Issue[][] {
  const claimed = new Set(
    [
      ...project.milestones,
      ...project.budget,
      ...project.indicators.flatMap((indicator) => indicator.readings),
    ].map((item) => item.id),
  );
  return [
    advised(
      project.evidence.some((evidence) => evidence.source === "" && evidence.file === null),
      "evidence",
      "proof_advised",
    ),
    advised(
      project.evidence.some(({ claimOf }) => claimOf !== null && !claimed.has(claimOf)),
      "evidence",
      "claim_lost",
    ),
  ];
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
      plan.strategicTargets.some((target) => missingToMeasure(target).length > 0),
      "strategicTargets",
      "measurable_advised",
    ),
    needed(
      plan.figures.some((figure) => figure.value === null),
      "figures",
      "value_missing",
    ),
    advised(
      plan.figures.some((figure) => figure.on === null || figure.boundaryNote === ""),
      "figures",
      "boundary_advised",
    ),
  ].flat();
}

function needed(isMissing: boolean, field: FieldName, issue: IssueName): Issue[] {
  return isMissing ? [{ field, issue, weight: "needed" }] : [];
}

function advised(isMissing: boolean, field: FieldName, issue: IssueName): Issue[] {
  return isMissing ? [{ field, issue, weight: "advised" }] : [];
}
