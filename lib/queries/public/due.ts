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

/** A day by which a city is to have done something: a step or the end of a project, or a target of its plan. */
export type Due = {
  /** Stays the same while the step does. */
  id: string;
  kind: "milestone" | "end" | "target";
  /** Of the milestone or target; empty for the end of the project. */
  title: string;
  /** Empty for a target of the plan. */
  projectTitle: string;
  /** The record that says so. */
  record: { kind: RecordKind; slug: string; citySlug: string };
  /** The last day of what is stated: of the year, where only a year is. */
  on: Day;
  stated: PartialDate;
  /** When what tells of it was published. */
  publishedAt: Date;
  isDone: boolean;
};

type DueDate = Omit<Due, "record" | "publishedAt">;

/**
 * What a city is to do by when, as its editions of now tell it: of its listed projects the milestones that are not
 * dropped and the planned ends, of its plan the targets with a date. Null when there is no such city. A city's projects
 * are few, so they are read at once.
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
  { title, milestones, endsOn, endedOn }: ProjectFields,
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
    isDone: endedOn !== null,
  } as const;
  return [...steps, { ...end, ...at(endsOn) }];
}

/** Whether a target was reached its plan does not say. */
function dueOfPlan({ strategicTargets }: PlanFields): DueDate[] {
  return strategicTargets.flatMap(({ id, text, dueOn }): DueDate[] =>
    dueOn
      ? [{ id, kind: "target", title: text, projectTitle: "", isDone: false, ...at(dueOn) }]
      : [],
  );
}

function at(stated: PartialDate) {
  return { stated, on: lastDayOf(stated) };
}
