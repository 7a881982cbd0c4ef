import { emptyProject, type ProjectFields, type Stage } from "@/lib/domain/record/project";
import type { Day } from "@/lib/domain/values/day";
import { lastDayOf } from "@/lib/domain/values/partial-date";
import type { PlanData, ProjectData } from "./data";
import { getReportAddress, planAddress, planDay, reports, statements } from "./documents";
import { idOf } from "./ids";
import { daysOf, type Known, knownOn } from "./known-facts";
import { fundDaysOf, fundsOn, lastReportOn, remarksOf } from "./project-remarks";

/** The public content of a project from a day on, and the document that stated it. */
export type PastEdition = { effectiveOn: Day; fields: ProjectFields; source: string };

/** One publication of the network: its entry for the project, or null when it leaves the project out. */
type Publication = {
  on: Day;
  title: string;
  address: string;
  entry: { title: string; focusArea: string | null; stage: Stage } | null;
};

/**
 * Returns the editions of a project from its history: one for each day on which a publication lists it or no longer
 * lists it, or a document states something new. Each has what was known on its day and nothing else. A further
 * publication without the project adds no edition; one that lists it again reopens it. What was known before the
 * project was first listed is in its first edition.
 */
export function toEditions(
  project: ProjectData,
  plan: PlanData | undefined,
  known: Known,
): PastEdition[] {
  const publications = publicationsOf(project, plan);
  const firstListedOn = publications.find((publication) => publication.entry !== null)?.on;
  if (firstListedOn === undefined) return [];
  const stated = [...daysOf(known), ...fundDaysOf(project, known.documents)].filter(
    (day) => day > firstListedOn,
  );
  const days = new Set([...publications.filter(listsOrDrops).map(({ on }) => on), ...stated]);
  return [...days].toSorted().map((day) => {
    const until = publications.filter(({ on }) => on <= day);
    return {
      effectiveOn: day,
      fields: {
        ...listedFields(project, until, day >= lastListedOn(publications)),
        ...knownOn(known, day),
        ...fundsOn(project, known.documents, day),
        sources: sourcesOf(project, until, known, day),
      },
      source: sourceOf(until, known, day),
    };
  });
}

/** Returns true when a publication lists the project, or is the first one that no longer lists it. */
function listsOrDrops({ entry }: Publication, index: number, all: Publication[]) {
  return entry !== null || (all[index - 1]?.entry ?? null) !== null;
}

function lastListedOn(publications: Publication[]): Day {
  return publications.findLast((publication) => publication.entry !== null)?.on ?? "";
}

function publicationsOf(project: ProjectData, plan: PlanData | undefined): Publication[] {
  const planned = plan?.priorityProjects.find((candidate) => candidate.id === project.id);
  // The plans name focus areas for the city and not for a project, so the area of the data is used when no report
  // followed.
  const plannedArea = project.history.length === 0 ? (project.focusAreas[0] ?? null) : null;
  return [
    {
      on: planDay,
      title: "Smart City Action Plan of 2018",
      address: planAddress,
      entry: planned
        ? { title: planned.title, focusArea: plannedArea, stage: "not_stated" as const }
        : null,
    },
    ...reports.map((report) => {
      const entry = project.history.find((candidate) => candidate.asOf === report.on);
      return {
        ...report,
        address: entry?.sourceUrl ?? getReportAddress(report.on),
        entry: entry ? { ...entry, stage: toStage(entry.status) } : null,
      };
    }),
  ];
}

function toStage(status: ProjectData["history"][number]["status"]): Stage {
  return status === "planning-or-ongoing" ? "not_stated" : status;
}

/**
 * Returns the project's listing in the publications up to a day: the last entry, and whether the newest publication
 * still lists it.
 */
function listedFields(
  project: ProjectData,
  until: Publication[],
  isLastListed: boolean,
): ProjectFields {
  const entry = until.findLast((publication) => publication.entry !== null)?.entry ?? null;
  const leftOut = until.at(-1)?.entry === null ? firstLeftOut(until) : undefined;
  const areas = [entry?.focusArea ?? null, ...(isLastListed ? project.focusAreas : [])];
  return {
    ...emptyProject(entry?.title ?? ""),
    focusAreas: [...new Set(areas)].flatMap((area) =>
      area === null
        ? []
        : { id: idOf(project.id, "area", area), focusArea: area, projectType: null, ownLabel: "" },
    ),
    stage: entry?.stage ?? "not_stated",
    ...(isLastListed && { dataNote: remarksOf(project) }),
    ...(leftOut && {
      closing: "no_longer_listed",
      closingReason: `The ${leftOut.title} does not list this project and does not say what became of it.`,
    }),
  };
}

/** Returns the first publication of those at the end that leave the project out. */
function firstLeftOut(until: Publication[]) {
  return until[until.findLastIndex((publication) => publication.entry !== null) + 1];
}

/** Returns the documents from which an edition of a day is written, oldest first, each page of each once. */
function sourcesOf(
  project: ProjectData,
  until: Publication[],
  { history, documents }: Known,
  day: Day,
): ProjectFields["sources"] {
  const named = [
    ...until.filter(listsOrDrops).map(({ on, address }) => ({ on, source: address, page: null })),
    ...statements(history).map(({ asOf, source, page }) => ({ on: asOf, source, page })),
    ...history.laterFacts.map(({ source, on }) => ({
      on: documents.knownOn(source, lastDayOf(on)),
      source,
      page: null,
    })),
    ...moneySources(project).map((source) => ({
      on: documents.knownOn(source, lastReportOn),
      source,
      page: null,
    })),
  ]
    .filter(({ on }) => on <= day)
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .map(({ source, page }) => documents.toSource(source, page));
  const once = [...new Map(named.map((source) => [source.address, source])).values()];
  return once
    .filter(({ address }) => !once.some((other) => other.address.startsWith(`${address}#`)))
    .map((source) => ({ id: idOf(project.id, "source", source.address), ...source }));
}

function moneySources({ funding, budget }: ProjectData) {
  return [...(funding ? [funding.sourceUrl] : []), ...budget.map((line) => line.sourceUrl)];
}

/**
 * Returns the source of an edition: the publication of the day, or else the documents with something new on that day.
 */
function sourceOf(until: Publication[], { history, documents }: Known, day: Day): string {
  const publication = until.find(({ on }) => on === day);
  if (publication) return publication.title;
  const stated = [
    ...statements(history).filter(({ asOf }) => asOf === day),
    ...history.laterFacts.filter(
      ({ source, on }) => documents.knownOn(source, lastDayOf(on)) === day,
    ),
  ].map(({ source }) => documents.toSource(source).title);
  return [...new Set(stated)].join("; ");
}
