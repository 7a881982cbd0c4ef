import type { Assessment } from "@/lib/domain/assessment/assessment";
import { fromDay } from "@/lib/domain/values/day";
import { type Documents, planDay } from "./documents";
import type { CityHistory, ProjectHistory } from "./history-data";
import { idOf, planIdOf } from "./ids";
import { firstStatementOf, indicatorId } from "./known-facts";
import { planTargetId } from "./plan-profile";
import { lastReportOn } from "./project-remarks";

type SeededAssessment = Omit<Assessment, "knownOn"> & { knownOn: Date };

/**
 * Which outcomes the projects, indicators and targets of a city serve, as we read its documents; each is known from the
 * day of its document. What documents say of an indicator says which outcome it measures, so there is no reason beside it.
 */
export function toAssessments(history: CityHistory, documents: Documents): SeededAssessment[] {
  return [
    ...history.projects.flatMap((project) => [
      ...ofProject(project, documents),
      ...ofIndicators(project, documents),
    ]),
    ...ofTargets(history, documents),
  ];
}

function ofProject({ id, outcomes }: ProjectHistory, documents: Documents): SeededAssessment[] {
  return outcomes.map(({ outcome, why, confidence, source, page }) => ({
    id: idOf("assessment", "project", id, outcome),
    kind: "project",
    recordId: idOf("project", id),
    entryId: null,
    outcome,
    why,
    confidence,
    ...readIn(source, page, documents),
    knownOn: fromDay(documents.knownOn(source, lastReportOn)),
  }));
}

function ofIndicators(project: ProjectHistory, documents: Documents): SeededAssessment[] {
  return project.indicators.flatMap((indicator) => {
    const first = firstStatementOf(project, indicator);
    if (indicator.outcome === null || first === undefined) return [];
    return {
      id: idOf("assessment", "indicator", project.id, indicator.key),
      kind: "indicator",
      recordId: idOf("project", project.id),
      entryId: indicatorId(project.id, indicator.key),
      outcome: indicator.outcome,
      why: "",
      confidence: null,
      ...readIn(first.source, first.page, documents),
      knownOn: fromDay(first.asOf),
    };
  });
}

/** The targets are those of the plans of 2018, and were assessed in the words of the plan alone. */
function ofTargets({ citySlug, planTargets }: CityHistory, documents: Documents) {
  return planTargets.flatMap(({ index, outcomes }) =>
    outcomes.map(
      ({ outcome, why, confidence }): SeededAssessment => ({
        id: idOf("assessment", "target", citySlug, index, outcome),
        kind: "target",
        recordId: planIdOf(citySlug),
        entryId: planTargetId(citySlug, index),
        outcome,
        why,
        confidence,
        ...readIn("SCAP", null, documents),
        knownOn: fromDay(planDay),
      }),
    ),
  );
}

function readIn(source: string, page: number | null, documents: Documents) {
  const { title, address } = documents.toSource(source);
  return { sourceTitle: title, sourceAddress: address, page };
}
