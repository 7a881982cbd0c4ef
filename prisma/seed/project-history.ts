import { emptyProject, type ProjectFields, type Stage } from "@/lib/domain/record/project";
import type { Day } from "@/lib/domain/values/day";
import type { PlanData, ProjectData } from "./data";
import { getReportAddress, planAddress, planDay, reports } from "./documents";
import { idOf } from "./ids";
import { hindsight, indicatorsOn, milestonesOn, sourcesOf, undatedFields } from "./project-details";
import { getSupportKind } from "./support-kinds";
import { toSentence } from "./wording";

/** What was public about a project from a day on, and the document that said so. */
export type PastEdition = { effectiveOn: Day; fields: ProjectFields; source: string };

/** One publication of the network: what it says about the project, or null when it leaves the project out. */
type Publication = {
  on: Day;
  title: string;
  address: string;
  entry: { title: string; focusArea: string | null; stage: Stage } | null;
};

/**
 * The editions that a project's history amounts to: one for each publication that lists it, and one that closes it
 * where a publication no longer does. A publication that goes on leaving it out adds nothing; one that lists it again
 * reopens it. Each edition holds only what was known on its day; what has no day of its own is told by the last one
 * that lists the project.
 */
export function toEditions(project: ProjectData, plan: PlanData | undefined): PastEdition[] {
  const publications = publicationsOf(project, plan);
  const lastListedOn = publications.findLast((publication) => publication.entry !== null)?.on;
  const editions: PastEdition[] = [];
  for (const publication of publications) {
    const before = editions.at(-1)?.fields;
    const isLast = publication.on === lastListedOn;
    if (publication.entry) {
      const fields = listedFields(project, publication, before, isLast);
      editions.push({ effectiveOn: publication.on, fields, source: publication.title });
    } else if (before && before.closing === null) {
      const fields = closedFields(project, publication, before);
      editions.push({ effectiveOn: publication.on, fields, source: publication.title });
    }
  }
  const last = editions.at(-1);
  if (last) last.fields = { ...last.fields, ...hindsight(project) };
  return editions;
}

function publicationsOf(project: ProjectData, plan: PlanData | undefined): Publication[] {
  const planned = plan?.priorityProjects.find((candidate) => candidate.id === project.id);
  // The plans name areas for the city, not for a project; the data's are known where no report followed.
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

function listedFields(
  project: ProjectData,
  { on, address, entry }: Publication,
  before: ProjectFields | undefined,
  isLast: boolean,
): ProjectFields {
  const areas = [entry?.focusArea ?? null, ...(isLast ? project.focusAreas : [])];
  return {
    ...emptyProject(entry?.title ?? ""),
    focusAreas: [...new Set(areas)].flatMap((area) =>
      area === null
        ? []
        : { id: idOf(project.id, "area", area), focusArea: area, projectType: null, ownLabel: "" },
    ),
    stage: entry?.stage ?? "not_stated",
    // Asked for in the plan of 2018; no report says that it was met.
    supportNeeded:
      isLast || on === planDay ? supportNeeded(project) : (before?.supportNeeded ?? []),
    milestones: milestonesOn(project, on, isLast),
    indicators: indicatorsOn(project, on, isLast),
    ...(isLast ? undatedFields(project) : {}),
    sources: sourcesOf(project, [...addressesIn(before), address], isLast),
  };
}

function closedFields(
  project: ProjectData,
  { title, address }: Publication,
  before: ProjectFields,
): ProjectFields {
  return {
    ...before,
    closing: "no_longer_listed",
    closingReason: `The ${title} does not list this project and does not say what became of it.`,
    sources: sourcesOf(project, [...addressesIn(before), address], false),
  };
}

function supportNeeded(project: ProjectData): ProjectFields["supportNeeded"] {
  return project.supportNeeded.map((wish) => ({
    id: idOf(project.id, "support", wish),
    kind: getSupportKind(wish),
    text: toSentence(wish),
    isMet: false,
    metBy: "",
  }));
}

function addressesIn(fields: ProjectFields | undefined) {
  return fields?.sources.map((source) => source.address) ?? [];
}
