import "server-only";
import { database } from "@/lib/db/client";
import { readEditionContent } from "@/lib/domain/record/edition";
import type { PlanFields } from "@/lib/domain/record/plan";
import type { ProjectFields } from "@/lib/domain/record/project";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import type { Day } from "@/lib/domain/values/day";
import { lastDayOf, type PartialDate } from "@/lib/domain/values/partial-date";
import { isSlug } from "@/lib/domain/values/slug";
import { whereEffectiveOn } from "@/lib/queries/public/as-of";

/** A date a city has committed to: a milestone or the end of a project, or a target of its plan. */
export type Due = {
  /** Stable for as long as the milestone or target exists. */
  id: string;
  kind: "milestone" | "end" | "target";
  /** Title of the milestone or target; empty for the end of the project. */
  title: string;
  /** Empty for a target of the plan. */
  projectTitle: string;
  /** The record that states it. */
  record: { kind: RecordKind; slug: string; citySlug: string };
  /** The last day of the stated date: of the year, when only a year is stated. */
  on: Day;
  stated: PartialDate;
  /** When the edition that states it was published. */
  publishedAt: Date;
  isDone: boolean;
};

type DueDate = Omit<Due, "record" | "publishedAt">;

/**
 * Lists a city's due dates by its present editions: the milestones of its listed projects that are not dropped, their
 * planned ends, and the plan's targets with a date. Null when the city does not exist. A city has few projects, so they
 * are read at once.
 */
export async function listDue(citySlug: string): Promise<{ cityName: string; due: Due[] } | null> {
  if (!isSlug(citySlug)) return null;
  const city = await database().city.findUnique({
    where: { slug: citySlug },
    select: {
      name: true,
      periods: {
        where: { isListed: true, AND: [whereEffectiveOn(null)] },
        select: {
          recordId: true,
          slug: true,
          edition: { select: { content: true, publishedAt: true } },
        },
      },
    },
  });
  if (!city) return null;
  const due = city.periods.flatMap(({ recordId, slug, edition: { content, publishedAt } }) => {
    const { kind, fields } = readEditionContent(content);
    const dueDates = kind === "plan" ? dueOfPlan(fields) : dueOfProject(recordId, fields);
    return dueDates.map((each) => ({ ...each, record: { kind, slug, citySlug }, publishedAt }));
  });
  return { cityName: city.name, due: due.sort((a, b) => a.on.localeCompare(b.on)) };
}

function dueOfProject(
  id: string,
  { title, milestones, endsOn, endedOn, stage }: ProjectFields,
): DueDate[] {
  const steps = milestones.flatMap((step): DueDate[] =>
    step.dueOn && !step.droppedReason
      ? [
          {
            id: step.id,
            kind: "milestone",
            title: step.title,
            projectTitle: title,
            isDone: step.doneOn !== null,
            ...at(step.dueOn),
          },
        ]
      : [],
  );
  if (!endsOn) return steps;
  const end = {
    id,
    kind: "end",
    title: "",
    projectTitle: title,
    isDone: endedOn !== null || stage === "completed",
  } as const;
  return [...steps, { ...end, ...at(endsOn) }];
}

function dueOfPlan({ strategicTargets }: PlanFields): DueDate[] {
  return strategicTargets.flatMap(({ id, text, dueOn, result }): DueDate[] =>
    dueOn
      ? [
          {
            id,
            kind: "target",
            title: text,
            projectTitle: "",
            isDone: result === "reached",
            ...at(dueOn),
          },
        ]
      : [],
  );
}

function at(stated: PartialDate) {
  return { stated, on: lastDayOf(stated) };
}
