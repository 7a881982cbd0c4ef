import "server-only";
import { database } from "@/lib/db/client";
import type { Day } from "@/lib/domain/day";
import { lastDayOf, type PartialDate } from "@/lib/domain/partial-date";
import { isSlug } from "@/lib/domain/slug";
import { holdingOn } from "@/lib/queries/public-as-of";
import { readProject } from "@/lib/queries/public-content";

/** A day by which a city's project is to have done something. */
export type Due = {
  /** Stays the same while the step does. */
  id: string;
  kind: "milestone" | "end";
  /** Of the milestone; empty for the end of the project. */
  title: string;
  projectTitle: string;
  projectSlug: string;
  citySlug: string;
  /** The last day of what is stated: of the year, where only a year is. */
  on: Day;
  stated: PartialDate;
  /** When what tells of it was published. */
  publishedAt: Date;
  isDone: boolean;
};

/**
 * What the listed projects of a city are to do by when, as their editions of now tell it: milestones that are not
 * dropped and planned ends. Null when there is no such city. A city's projects are few, so they are read at once.
 */
export async function listDue(citySlug: string): Promise<{ cityName: string; due: Due[] } | null> {
  if (!isSlug(citySlug)) return null;
  const city = await database().city.findUnique({
    where: { slug: citySlug },
    select: {
      name: true,
      spans: {
        where: { kind: "project", isListed: true, AND: [holdingOn(null)] },
        select: {
          recordId: true,
          slug: true,
          edition: { select: { content: true, publishedAt: true } },
        },
      },
    },
  });
  if (!city) return null;
  const due = city.spans.flatMap(({ recordId, slug, edition }) => {
    const { title, milestones, endsOn, endedOn } = readProject(edition.content);
    const of = {
      projectTitle: title,
      projectSlug: slug,
      citySlug,
      publishedAt: edition.publishedAt,
    };
    return [
      ...milestones.flatMap((step) =>
        step.dueOn && !step.droppedReason
          ? [
              {
                ...of,
                ...at(step.dueOn),
                id: step.id,
                kind: "milestone" as const,
                title: step.title,
                isDone: step.doneOn !== null,
              },
            ]
          : [],
      ),
      ...(endsOn
        ? [
            {
              ...of,
              ...at(endsOn),
              id: recordId,
              kind: "end" as const,
              title: "",
              isDone: endedOn !== null,
            },
          ]
        : []),
    ];
  });
  return { cityName: city.name, due: due.sort((a, b) => a.on.localeCompare(b.on)) };
}

function at(stated: PartialDate) {
  return { stated, on: lastDayOf(stated) };
}
