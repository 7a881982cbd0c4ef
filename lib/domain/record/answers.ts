import type { PlanFields } from "@/lib/domain/record/plan";
import type { ProjectFields } from "@/lib/domain/record/project";
import type { RecordFields } from "@/lib/domain/record/record";
import type { Names } from "@/lib/domain/values/names";

/** The indicators and milestones that may answer a target of a plan, by id, each with its name and its project. */
export type Answers = {
  indicator_of: Answer[];
  milestone_of: Answer[];
};

type Answer = { id: string; name: string };

export const noAnswers: Answers = { indicator_of: [], milestone_of: [] };

/** Returns the indicators and milestones of these projects, in their order. */
export function answersIn(
  projects: Pick<ProjectFields, "title" | "indicators" | "milestones">[],
): Answers {
  const called = (name: string, project: string) => `${name} · ${project}`;
  return {
    indicator_of: projects.flatMap(({ title, indicators }) =>
      indicators.map(({ id, name }) => ({ id, name: called(name, title) })),
    ),
    milestone_of: projects.flatMap((project) =>
      project.milestones.map(({ id, title }) => ({ id, name: called(title, project.title) })),
    ),
  };
}

/** Returns the ids of what answers the targets of a plan; none for a project. */
export function answerIds(fields: RecordFields | Partial<ProjectFields>): string[] {
  if (!("strategicTargets" in fields)) return [];
  // Only the fields of a plan have strategic targets.
  const { strategicTargets } = fields as Partial<PlanFields>;
  const named = strategicTargets?.flatMap(({ indicator, milestone }) => [indicator, milestone]);
  return named?.filter((id) => id !== null) ?? [];
}

/** Returns the names of these answers by id; of all answers when no ids are given. */
export function namesOf({ indicator_of, milestone_of }: Answers, ids?: string[]): Names {
  const named = [...indicator_of, ...milestone_of]
    .filter(({ id }) => ids === undefined || ids.includes(id))
    .map(({ id, name }) => [id, { text: name, href: null }] as const);
  return Object.fromEntries(named);
}
