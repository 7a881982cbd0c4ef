import type { Stage } from "@/lib/domain/project";

/** How many listed projects there are, in all and by what. */
export type Tally = {
  total: number;
  byStage: Record<Stage, number>;
  /** By the focus area that leads. */
  byFocusArea: Record<string, number>;
  /** By each outcome a project states it serves; one project may count under several. */
  byOutcome: Record<string, number>;
};

type Counted = {
  isListed: boolean;
  stage: Stage;
  leadFocusArea: string | null;
  outcomes: string[];
};

/** Counts the listed ones among these projects. */
export function tallyOf(projects: Counted[]): Tally {
  const listed = projects.filter((project) => project.isListed);
  const tally = emptyTally();
  for (const project of listed) {
    tally.total += 1;
    tally.byStage[project.stage] += 1;
    if (project.leadFocusArea !== null) count(tally.byFocusArea, project.leadFocusArea, 1);
    for (const outcome of new Set(project.outcomes)) count(tally.byOutcome, outcome, 1);
  }
  return tally;
}

/** The sum of tallies of projects that no two of them share. */
export function addTallies(tallies: Tally[]): Tally {
  const whole = emptyTally();
  for (const tally of tallies) {
    whole.total += tally.total;
    for (const [stage, number] of Object.entries(tally.byStage))
      whole.byStage[stage as Stage] += number;
    for (const [area, number] of Object.entries(tally.byFocusArea))
      count(whole.byFocusArea, area, number);
    for (const [outcome, number] of Object.entries(tally.byOutcome))
      count(whole.byOutcome, outcome, number);
  }
  return whole;
}

function emptyTally(): Tally {
  return {
    total: 0,
    byStage: { planning: 0, ongoing: 0, completed: 0, not_stated: 0 },
    byFocusArea: {},
    byOutcome: {},
  };
}

function count(numbers: Record<string, number>, key: string, by: number) {
  numbers[key] = (numbers[key] ?? 0) + by;
}
