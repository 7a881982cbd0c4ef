import { randomUUID } from "node:crypto";
import { organisationKinds } from "@/lib/domain/organisation/kinds";
import {
  budgetKinds,
  type ProjectFields,
  relations,
  supportKinds,
} from "@/lib/domain/record/project";
import { aBudgetLine } from "@/tests/support/examples";
import { everyIndicator, everyMilestone } from "@/tests/support/world/measured";
import type { Stage } from "@/tests/support/world/stage";
import { awkward } from "@/tests/support/world/texts";

const outcomes = ["competitive-economy", "sustainable-environment", "high-quality-of-life"];

/** Returns an entry of a list with an id that stays the same. */
const entry = <T>(fields: T) => ({ id: randomUUID(), ...fields });

/** Returns every field of a project, except those that need its id: evidence and translations. */
export function fullFields(stage: Stage, related: string[]) {
  return {
    localTitle: "โครงการที่บอกทุกอย่าง",
    localTitleLanguage: "th",
    summary: `It saves 20.8 % of 1,250 litres. ${awkward.emoji}`,
    description: awkward.markdown,
    focusAreas: [
      entry({ focusArea: "built-infrastructure", projectType: "mobility", ownLabel: "Own label" }),
      entry({ focusArea: "quality-environment", projectType: null, ownLabel: "" }),
    ],
    contributions: outcomes.map((outcome) => entry({ outcome, how: `How it serves ${outcome}` })),
    stage: "ongoing",
    schedule: "on_time",
    scheduleReason: "",
    startsOn: "2023-02",
    endsOn: "2028",
    targets: [
      entry({ text: "Half of the leaks", dueOn: "2027" }),
      entry({ text: awkward.markup, dueOn: null }),
    ],
    progressNote: awkward.markup,
    progressOn: "2025-03",
    milestones: everyMilestone(stage),
    events: [
      entry({ on: "2024-05", text: "A flood stopped the works", source: "" }),
      entry({ on: null, text: awkward.markup, source: "https://one.example/flood" }),
    ],
    indicators: everyIndicator(stage),
    budget: everyBudgetLine(),
    partners: [
      ...organisationKinds.map((kind) =>
        entry({ name: `A partner: ${kind}`, kind, role: "Helps" }),
      ),
      entry({ name: awkward.rightToLeft, kind: null, role: "" }),
    ],
    supportNeeded: supportKinds.flatMap((kind) => [
      entry({ kind, text: `Open: ${kind}`, isMet: false, metBy: "" }),
      entry({ kind, text: `Met: ${kind}`, isMet: true, metBy: kind === "other" ? "" : "A bank" }),
    ]),
    challenges: [entry({ text: awkward.message }), entry({ text: awkward.numbers })],
    funding: [
      entry({ text: "A loan", source: "https://one.example/loan" }),
      entry({ text: "A grant", source: "" }),
    ],
    responsibleOffice: "The office of works",
    responsibleAddress: "works@city.example",
    relatedProjects: [
      ...relations.map((relation, place) =>
        entry({ relation, project: related[place % related.length] ?? null, title: "", note: "" }),
      ),
      entry({
        relation: "related" as const,
        project: null,
        title: awkward.markup,
        note: "Elsewhere",
      }),
    ],
    locations: [
      entry({ label: "The harbour", latitude: 7.88, longitude: 98.39 }),
      entry({ label: "No place on the map", latitude: null, longitude: null }),
      entry({ label: "", latitude: 0, longitude: 0 }),
    ],
    sources: [
      entry({ title: "A report", address: "https://one.example/report" }),
      entry({ title: awkward.markup, address: "" }),
    ],
    dataNote: "Two reports disagree.",
  } satisfies Partial<ProjectFields>;
}

/** Returns three kinds of money in two currencies, with and without a rate, a year or a funder, and empty lines. */
function everyBudgetLine(): ProjectFields["budget"] {
  const rate = { perDollar: "35.1", perDollarOn: "2025-01" };
  return [
    ...budgetKinds.flatMap((kind, place) => [
      aBudgetLine({ kind, amount: `${4 - place}000000.50`, currency: "THB", year: 2025, ...rate }),
      aBudgetLine({ kind, amount: "123456789012345.1234", currency: "USD", funder: "A bank" }),
    ]),
    aBudgetLine({ kind: "planned", amount: "0", currency: "THB", note: awkward.markup }),
  ];
}

type Full = ReturnType<typeof fullFields>;

/** Returns evidence of each claim, as a link, as a file and as both. Some of it names an entry that was removed. */
export function everyEvidence(
  { milestones, indicators, budget }: Pick<Full, "milestones" | "indicators" | "budget">,
  files: string[],
): ProjectFields["evidence"] {
  const source = "https://one.example/photo";
  const [photo = null, paper = null] = files;
  const reading = indicators.flatMap(({ readings }) => readings)[0];
  const proof = (more: Partial<ProjectFields["evidence"][number]>) =>
    entry({
      text: "",
      source: "",
      file: null,
      claim: "project" as const,
      claimOf: null,
      on: null,
      credit: "",
      alternativeText: "",
      ...more,
    });
  return [
    proof({ text: "The project", source, on: "2025-01-02", credit: "The office of works" }),
    proof({
      text: "The milestone",
      file: photo,
      claim: "milestone",
      claimOf: milestones[0]?.id ?? null,
      alternativeText: awkward.markup,
    }),
    proof({
      text: "The reading",
      source,
      file: paper,
      claim: "reading",
      claimOf: reading?.id ?? null,
    }),
    proof({ text: "The completion", source, claim: "completion" }),
    proof({ text: "A figure", file: paper, claim: "figure" }),
    proof({ text: "The money", source, claim: "budget", claimOf: budget[0]?.id ?? null }),
    proof({
      text: "Of a milestone that is gone",
      source,
      claim: "milestone",
      claimOf: randomUUID(),
    }),
    proof({ file: photo }),
    proof({ text: "Said, not shown" }),
  ];
}
