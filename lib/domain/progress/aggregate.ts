import { isPromise } from "@/lib/domain/progress/dated";
import { type LateReason, lateReasons } from "@/lib/domain/progress/late";
import { type Standing, standingOf, standings } from "@/lib/domain/progress/progress";
import type { ProjectFields, Stage } from "@/lib/domain/record/project";

/** What a tally counts: all projects of a city, or those that lead with a focus area or state an outcome. */
export type AggregateKind = "city" | "focus_area" | "outcome";

/** What a project needs, does and measures, as totals count it. */
export type Measures = {
  /** The kinds of support that it asks for and has not got. */
  needs: string[];
  milestones: MilestoneCount;
  /** How each indicator stands, and the slug of the outcome it serves. */
  indicators: { outcome: string | null; standing: Standing }[];
};

type MilestoneCount = { done: number; kept: number };

/** How many listed projects there are, in all and by what. */
export type Aggregate = {
  total: number;
  byStage: Record<Stage, number>;
  /** By the focus area that leads. */
  byFocusArea: Record<string, number>;
  /** By each outcome a project states it serves; one project may count under several. */
  byOutcome: Record<string, number>;
  /** By each reason for being late; one project may count under several. */
  byLateReason: Record<LateReason, number>;
  /** By each kind of support that a project asks for and has not got. */
  byNeed: Record<string, number>;
  /** Indicators, not projects, by how they stand. */
  byStanding: Record<Standing, number>;
  /** Milestones with a date, not projects: those done, of those not dropped. */
  milestones: MilestoneCount;
};

/** A project as totals count it; what is left out counts under nothing. */
export type Counted = {
  isListed: boolean;
  stage: Stage;
  leadFocusArea: string | null;
  outcomes: string[];
  lateReasons?: LateReason[];
  measures?: Measures;
};

/** What a project needs, does and measures, as totals count it. */
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

/** Counts the listed ones among these projects that state an outcome, and of their indicators those that serve it. */
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

/** Counts the listed ones among these projects. */
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

/** The sum of tallies of projects that no two of them share. */
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
    // Each is one of the reasons.
    byLateReason: Object.fromEntries(
      lateReasons.map((each) => [each, 0]),
    ) as Aggregate["byLateReason"],
    byNeed: {},
    // Each is one of the standings.
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
