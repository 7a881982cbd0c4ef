import type { ProjectFields } from "@/lib/domain/record/project";
import type { Day } from "@/lib/domain/values/day";
import type { ProjectData } from "./data";
import { type Documents, reports } from "./documents";
import { idOf } from "./ids";

/** A statement in a document of unknown date counts as known from the last report on. */
export const lastReportOn: Day = reports[3].on;

/** Returns the days on which a document stated amounts or gave evidence. */
export function fundDaysOf(project: ProjectData, documents: Documents): Day[] {
  return [
    ...(project.funding ? [project.funding] : []),
    ...project.budget,
    ...project.externalEvidence,
  ].map(({ sourceUrl }) => documents.knownOn(sourceUrl, lastReportOn));
}

/**
 * Returns the funding and evidence in the documents up to a day. The text of the funding is left out when its amounts
 * are separate lines.
 */
export function fundsOn(
  project: ProjectData,
  documents: Documents,
  day: Day,
): Pick<ProjectFields, "budget" | "funding" | "evidence"> {
  const isKnown = ({ sourceUrl }: { sourceUrl: string }) =>
    documents.knownOn(sourceUrl, lastReportOn) <= day;
  const { funding } = project;
  return {
    budget: project.budget.flatMap((line, index) =>
      isKnown(line) ? budgetLine(project, line, index, documents) : [],
    ),
    funding:
      funding && project.budget.length === 0 && isKnown(funding)
        ? [
            {
              id: idOf(project.id, "funding"),
              text: fundingText(funding),
              source: funding.sourceUrl,
            },
          ]
        : [],
    evidence: project.externalEvidence.flatMap(({ text, sourceUrl }, index) =>
      isKnown({ sourceUrl })
        ? {
            id: idOf(project.id, "evidence", index),
            text,
            source: sourceUrl,
            file: null,
            claim: "project" as const,
            claimOf: null,
            on: null,
            credit: "",
            alternativeText: "",
          }
        : [],
    ),
  };
}

/** Returns remarks on the project's place in the reports, by the people who read all of them. */
export function remarksOf(project: ProjectData): string {
  return [project.note, project.identityNote].filter(Boolean).join(" ");
}

function budgetLine(
  project: ProjectData,
  { kind, amount, currency, year, funder, note, sourceUrl }: ProjectData["budget"][number],
  index: number,
  documents: Documents,
) {
  return {
    id: idOf(project.id, "budget", index),
    kind,
    amount,
    currency,
    year,
    funder,
    perDollar: null,
    perDollarOn: null,
    note: [note, `Source: ${documents.toSource(sourceUrl).title}.`].filter(Boolean).join(" "),
  };
}

function fundingText(funding: NonNullable<ProjectData["funding"]>) {
  if ("text" in funding) return funding.text;
  return `${funding.currency} ${funding.amount.toLocaleString("en")} ${funding.unit}`;
}
