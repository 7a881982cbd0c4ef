import type { ProjectFields } from "@/lib/domain/record/project";
import type { Day } from "@/lib/domain/values/day";
import type { ProjectData } from "./data";
import { getDocument, isKnownOn } from "./documents";
import { idOf } from "./ids";
import { toPartialDate, toSentence, toWords } from "./wording";

type Milestone = ProjectData["milestones"][number];
type Indicator = ProjectData["indicators"][number];

/** The milestones that the documents of a day name; the last listed edition holds all of them, with our judgement. */
export function milestonesOn(
  project: ProjectData,
  on: Day,
  isLast: boolean,
): ProjectFields["milestones"] {
  return project.milestones.flatMap((milestone, index) =>
    isLast || isKnownOn(milestone.sourceUrl, on)
      ? {
          id: idOf(project.id, "milestone", index),
          title: toSentence(milestone.text),
          dueOn: isDue(milestone) ? toPartialDate(milestone.date).on : null,
          doneOn: milestone.state === "done" ? toPartialDate(milestone.date).on : null,
          droppedReason: "",
          note: noteOf(milestone, isLast),
          weight: 1,
        }
      : [],
  );
}

/** The indicators whose source is a document of that day or older; the last listed edition holds all of them. */
export function indicatorsOn(
  project: ProjectData,
  on: Day,
  isLast: boolean,
): ProjectFields["indicators"] {
  return project.indicators.flatMap((indicator, index) =>
    isLast || isKnownOn(indicator.sourceUrl, on)
      ? {
          id: idOf(project.id, "indicator", index),
          name: nameOf(indicator),
          unit: indicator.unit,
          direction: "increase",
          baseline: null,
          baselineOn: null,
          target: indicator.target,
          targetOn: null,
          outcome: null,
          readings: indicator.values.map(({ date, value }) => ({
            id: idOf(project.id, "indicator", index, date),
            on: toPartialDate(date).on,
            value,
            note: "",
            source: indicator.sourceUrl,
          })),
        }
      : [],
  );
}

/** What was gathered from all documents together and so has no day of its own. */
export function undatedFields(project: ProjectData): Partial<ProjectFields> {
  return {
    summary: project.summary,
    startsOn: project.startYear === null ? null : String(project.startYear),
    endsOn: project.endYear === null ? null : String(project.endYear),
    targets: project.targets.map((text, index) => ({
      id: idOf(project.id, "target", index),
      text: toSentence(text),
    })),
    partners: project.partners.map((name, index) => ({
      id: idOf(project.id, "partner", index),
      name,
      kind: null,
      role: "",
    })),
    challenges: project.challenges.map((text, index) => ({
      id: idOf(project.id, "challenge", index),
      text: toSentence(text),
    })),
    budget: project.budget.map(
      ({ kind, amount, currency, year, funder, note, sourceUrl }, index) => ({
        id: idOf(project.id, "budget", index),
        kind,
        amount,
        currency,
        year,
        funder,
        perDollar: null,
        perDollarOn: null,
        note: [note, `Source: ${getDocument(sourceUrl).title}.`].filter(Boolean).join(" "),
      }),
    ),
    funding: project.funding
      ? [
          {
            id: idOf(project.id, "funding"),
            text: fundingText(project.funding),
            source: project.funding.sourceUrl,
          },
        ]
      : [],
  };
}

/** What only somebody who has read everything can say, so that it stands in a project's very last edition. */
export function hindsight(project: ProjectData): Pick<ProjectFields, "evidence" | "dataNote"> {
  return {
    evidence: project.externalEvidence.map(({ text, sourceUrl }, index) => ({
      id: idOf(project.id, "evidence", index),
      text,
      source: sourceUrl,
      file: null,
      claim: "project",
      claimOf: null,
      on: null,
      credit: "",
      alternativeText: "",
    })),
    dataNote: [project.note, project.identityNote].filter(Boolean).join(" "),
  };
}

/** These addresses as sources, each once; the last listed edition also names every other source of the project. */
export function sourcesOf(
  project: ProjectData,
  addresses: string[],
  isLast: boolean,
): ProjectFields["sources"] {
  const named = isLast
    ? [
        ...project.sources,
        ...project.milestones.flatMap((milestone) => milestone.sourceUrl ?? []),
        ...project.indicators.map((indicator) => indicator.sourceUrl),
        ...(project.funding ? [project.funding.sourceUrl] : []),
      ]
    : [];
  return [...new Set([...addresses, ...named])].map((address) => ({
    id: idOf(project.id, "source", address),
    ...getDocument(address),
  }));
}

function isDue({ state }: Milestone) {
  return state === "planned" || state === "missed" || state === "slipped";
}

/** Missed and slipped are our reading of all reports together, so the earlier editions show such a step as planned. */
function noteOf({ state, date }: Milestone, isLast: boolean) {
  const { said } = toPartialDate(date);
  const when = toWords(date);
  switch (state) {
    case "ongoing":
      return `Under way in ${when}.`;
    case "blocked":
      return `Reported for ${when}.`;
    case "missed":
      return isLast ? `Not reached by ${when}, as we read the reports.` : exactly(said);
    case "slipped":
      return isLast
        ? `Planned for ${when} and moved to later, as we read the reports.`
        : exactly(said);
    case "planned":
    case "done":
      return exactly(said);
  }
}

function exactly(said: string | null) {
  return said === null ? "" : `In ${said}.`;
}

/** A reading for part of a year or for several years says so in the indicator's name. */
function nameOf({ name, values }: Indicator) {
  const said = values.flatMap(({ date }) => toPartialDate(date).said ?? []);
  return said.length === 0 ? name : `${name} (${said.join(", ")})`;
}

function fundingText(funding: NonNullable<ProjectData["funding"]>) {
  if ("text" in funding) return funding.text;
  return `${funding.currency} ${funding.amount.toLocaleString("en")} ${funding.unit}`;
}
