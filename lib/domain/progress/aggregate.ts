import { isPromise } from "@/lib/domain/progress/dated";
import { type LateReason, lateReasons } from "@/lib/domain/progress/late";
import { type Standing, standingOf, standings } from "@/lib/domain/progress/progress";
import type { ProjectFields, Stage } from "@/lib/domain/record/project";

/**
 * What an aggregate counts: all projects of a city, or those with a focus area first, or those that state an outcome.
 */
export type AggregateKind = "city" | "focus_area" | "outcome";

/** The needs, milestones and indicators of a project, as totals count them. */
export type Measures = {
  /** The kinds of support that the project needs and does not have yet. */
  needs: string[];
  milestones: MilestoneCount;
  /** The standing of each indicator, and the slug of the outcome that it serves. */
  indicators: { outcome: string | null; standing: Standing }[];
};

type MilestoneCount = { done: number; kept: number };

/** The number of listed projects, in total and by property. */
export type Aggregate = {
  total: number;
  byStage: Record<Stage, number>;
  /** The number of projects by each outcome that they state. One project may count under several. */
  byFocusArea: Record<string, number>;
  /** The number of projects by each reason for being late. One project may count under several. */
  byOutcome: Record<string, number>;
  /** The number of projects by each kind of support that they still need. */
  byLateReason: Record<LateReason, number>;
  /** By each kind of support that a project still needs. */
  byNeed: Record<string, number>;
  /** The number of indicators by standing. */
  byStanding: Record<Standing, number>;
  /** The milestones with a date that are done, and those that were not dropped. */
  milestones: MilestoneCount;
};

/** A project as totals count it. A property that is left out is counted nowhere. */
export type Counted = {
  isListed: boolean;
  stage: Stage;
  leadFocusArea: string | null;
  outcomes: string[];
  lateReasons?: LateReason[];
  measures?: Measures;
};

/** Returns the needs, milestones and indicators of a project, as totals count them. */
export function measuresOf({
  supportNeeded,
  milestones,
  indicators,
}: Pick<ProjectFields, "supportNeeded" | "milestones" | "indicators">): Measures {
  const open = supportNeeded.filter((need) => !need.isMet);
  const kept = milestones.filter(
    (milestone) => isPromise(milestone) && milestone.droppedReason === "",
  );
  const done = kept.filter((milestone) => milestone.doneOn !== null);
  return {
    needs: [...new Set(open.map((need) => need.kind))],
    milestones: { done: done.length, kept: kept.length },
    indicators: indicators.map((indicator) => ({
      outcome: indicator.outcome,
      standing: standingOf(indicator),
    })),
  };
}

/** Counts the listed projects among these that state an outcome, and their indicators that serve it. */
export function aggregateOfOutcome(projects: Counted[], outcome: string): Aggregate {
  const serves = (indicator: Measures["indicators"][number]) => indicator.outcome === outcome;
  return aggregateOf(
    projects
      .filter((project) => project.outcomes.includes(outcome))
      .map(({ measures, ...project }) => ({
        ...project,
        ...(measures && {
          measures: { ...measures, indicators: measures.indicators.filter(serves) },
        }),
      })),
  );
}

/** Counts the listed projects among these. */
export function aggregateOf(projects: Counted[]): Aggregate {
  const aggregate = emptyAggregate();
  for (const project of projects.filter((each) => each.isListed)) {
    aggregate.total += 1;
    aggregate.byStage[project.stage] += 1;
    if (project.leadFocusArea !== null) count(aggregate.byFocusArea, project.leadFocusArea, 1);
    for (const served of new Set(project.outcomes)) count(aggregate.byOutcome, served, 1);
    for (const reason of project.lateReasons ?? []) aggregate.byLateReason[reason] += 1;
    for (const need of project.measures?.needs ?? []) count(aggregate.byNeed, need, 1);
    if (project.measures) add(aggregate.milestones, project.measures.milestones);
    for (const { standing } of project.measures?.indicators ?? [])
      aggregate.byStanding[standing] += 1;
  }
  return aggregate;
}

/** Adds aggregates that have no project in common. */
export function addAggregates(aggregates: Partial<Aggregate>[]): Aggregate {
  const whole = emptyAggregate();
  for (const aggregate of aggregates) {
    whole.total += aggregate.total ?? 0;
    for (const part of parts) add(whole[part], aggregate[part]);
  }
  return whole;
}

const parts = [
  "byStage",
  "byFocusArea",
  "byOutcome",
  "byLateReason",
  "byNeed",
  "byStanding",
  "milestones",
] as const satisfies (keyof Aggregate)[];

function emptyAggregate(): Aggregate {
  return {
    total: 0,
    byStage: { planning: 0, ongoing: 0, completed: 0, not_stated: 0 },
    byFocusArea: {},
    byOutcome: {},
    // `Object.fromEntries` loses the type of the keys, which are the reasons.
    byLateReason: Object.fromEntries(
      lateReasons.map((each) => [each, 0]),
    ) as Aggregate["byLateReason"],
    byNeed: {},
    // `Object.fromEntries` loses the type of the keys, which are the standings.
    byStanding: Object.fromEntries(standings.map((each) => [each, 0])) as Aggregate["byStanding"],
    milestones: { done: 0, kept: 0 },
  };
}

function add(numbers: Record<string, number>, more: Record<string, number> = {}) {
  for (const [key, number] of Object.entries(more)) count(numbers, key, number);
}

function count(numbers: Record<string, number>, key: string, by: number) {
  numbers[key] = (numbers[key] ?? 0) + by;
}
