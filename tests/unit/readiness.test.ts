import { describe, expect, test } from "vitest";
import { emptyPlan, type PlanFields } from "@/lib/domain/record/plan";
import { emptyProject, type ProjectFields } from "@/lib/domain/record/project";
import { isReady, listIssues } from "@/lib/domain/record/readiness";
import { aMilestone, aTarget } from "@/tests/support/examples";

const id = "00000000-0000-4000-8000-000000000001";

/** A project in which nothing is missing, not even what is only advised. */
const project: ProjectFields = {
  ...emptyProject("A title"),
  summary: "What it is about.",
  focusAreas: [{ id, focusArea: "civic-social", projectType: null, ownLabel: "" }],
  contributions: [{ id, outcome: "high-quality-of-life", how: "By being there." }],
  stage: "ongoing",
  startsOn: "2024",
  endsOn: "2025-06",
};

const plan: PlanFields = {
  ...emptyPlan,
  vision: "A city by the sea.",
  focusAreas: [{ id, focusArea: "civic-social", ownLabel: "" }],
  strategicTargets: [
    aTarget({
      ...{ text: "Buses", measure: "Lines", unit: "lines", baseline: 4, value: 12 },
      dueOn: "2025",
    }),
  ],
};

const milestone = aMilestone({ id, title: "" });

const reading = { id, on: "2024", value: 7, note: "", source: "" };
const indicator: ProjectFields["indicators"][number] = {
  id,
  name: "Lines",
  unit: "lines",
  direction: "increase",
  baseline: 4,
  baselineOn: null,
  target: 12,
  targetOn: null,
  outcome: null,
  readings: [reading],
};
const withReading = (more: Partial<typeof reading | { on: null; value: null }>) =>
  ({ ...indicator, readings: [{ ...reading, ...more }] }) as typeof indicator;
const budgetLine: ProjectFields["budget"][number] = {
  id,
  kind: "planned",
  amount: "0.1",
  currency: "THB",
  year: null,
  funder: "",
  perDollar: null,
  perDollarOn: null,
  note: "",
};
const support: ProjectFields["supportNeeded"][number] = {
  id,
  kind: "advice",
  text: "How to",
  isMet: false,
  metBy: "",
};
const related: ProjectFields["relatedProjects"][number] = {
  id,
  relation: "related",
  project: null,
  title: "Another one",
  note: "",
};
const location = { id, label: "", latitude: 7.88, longitude: 98.39 };
const evidence: ProjectFields["evidence"][number] = {
  id,
  text: "It runs",
  source: "https://city.example/",
  file: null,
  claim: "project",
  claimOf: null,
  on: null,
  credit: "",
  alternativeText: "",
};
const ofReading: typeof evidence = { ...evidence, claim: "reading", claimOf: reading.id };
const whole: Partial<ProjectFields> = {
  indicators: [indicator],
  budget: [budgetLine],
  supportNeeded: [support, { ...support, isMet: true, metBy: "A university" }],
  relatedProjects: [related],
  locations: [location, { ...location, latitude: null, longitude: null }],
  evidence: [evidence],
  responsibleAddress: "smart.city@city.example",
};

describe("a project", () => {
  const issues = (more: Partial<ProjectFields>) =>
    listIssues("project", { ...project, ...more }).map(
      ({ field, issue, weight }) => `${weight}: ${field} ${issue}`,
    );

  test("with everything has no issues", () => {
    expect(issues({})).toEqual([]);
  });

  test.each<[string, Partial<ProjectFields>]>([
    ["needed: title missing", { title: "" }],
    ["needed: localTitleLanguage language_missing", { localTitle: "ภูเก็ต" }],
    ["needed: summary missing", { summary: "" }],
    ["needed: focusAreas one_needed", { focusAreas: [] }],
    ["advised: contributions contribution_advised", { contributions: [] }],
    ["needed: contributions how_missing", { contributions: [{ id, outcome: "x", how: "" }] }],
    ["needed: stage stage_missing", { stage: "not_stated" }],
    ["needed: scheduleReason reason_missing", { schedule: "late" }],
    ["needed: scheduleReason reason_missing", { schedule: "paused" }],
    ["advised: startsOn start_advised", { startsOn: null }],
    ["advised: endsOn end_advised", { endsOn: null }],
    ["needed: endsOn before_start", { endsOn: "2023" }],
    ["needed: endedOn before_start", { endedOn: "2023-12" }],
    ["advised: endedOn actual_end_advised", { stage: "completed" }],
    ["needed: milestones item_title_missing", { milestones: [milestone] }],
    [
      "needed: partners item_title_missing",
      { partners: [{ id, name: "", kind: null, role: "x" }] },
    ],
    ["needed: closingReason closing_reason_missing", { closing: "withdrawn" }],
    [
      "needed: closingSuccessor successor_missing",
      { closing: "merged_into", closingReason: "One is enough." },
    ],
    [
      "needed: closingSuccessor successor_missing",
      { closing: "replaced_by", closingReason: "A better one." },
    ],
    ["needed: indicators item_title_missing", { indicators: [{ ...indicator, name: "" }] }],
    ["needed: indicators reading_incomplete", { indicators: [withReading({ on: null })] }],
    ["needed: indicators reading_incomplete", { indicators: [withReading({ value: null })] }],
    ["advised: indicators unit_or_baseline_advised", { indicators: [{ ...indicator, unit: "" }] }],
    [
      "advised: indicators unit_or_baseline_advised",
      { indicators: [{ ...indicator, baseline: null }] },
    ],
    ["needed: budget amount_missing", { budget: [{ ...budgetLine, amount: null }] }],
    ["needed: budget amount_missing", { budget: [{ ...budgetLine, currency: null }] }],
    ["needed: supportNeeded item_title_missing", { supportNeeded: [{ ...support, text: "" }] }],
    ["advised: supportNeeded met_by_advised", { supportNeeded: [{ ...support, isMet: true }] }],
    [
      "advised: responsibleAddress personal_address_advised",
      { responsibleAddress: "first.last@city.example" },
    ],
    ["needed: relatedProjects related_missing", { relatedProjects: [{ ...related, title: "" }] }],
    ["needed: locations coordinate_missing", { locations: [{ ...location, longitude: null }] }],
    ["advised: evidence proof_advised", { evidence: [{ ...evidence, source: "" }] }],
    [
      "advised: evidence claim_lost",
      { evidence: [{ ...evidence, claim: "milestone", claimOf: id }] },
    ],
  ])("has the issue %s", (issue, more) => {
    expect(issues(more)).toEqual([issue]);
  });

  test.each<[string, Partial<ProjectFields>]>([
    ["a local title with its language", { localTitle: "ภูเก็ต", localTitleLanguage: "th" }],
    ["being late for a reason", { schedule: "late", scheduleReason: "Floods." }],
    ["being on time without one", { schedule: "on_time" }],
    ["having ended within the year it began", { endedOn: "2024-03", startsOn: "2024" }],
    ["a whole indicator, line, support, relation and point", whole],
    ["evidence of a reading that is there", { ...whole, evidence: [ofReading] }],
    [
      "going on in a related project",
      {
        closing: "merged_into",
        closingReason: "One is enough.",
        relatedProjects: [{ ...related, relation: "merged_into" }],
      },
    ],
    ["being completed with the day", { stage: "completed", endedOn: "2025" }],
    [
      "an unknown stage and end once it is closed",
      { stage: "not_stated", endsOn: null, closing: "no_longer_listed", closingReason: "Why." },
    ],
  ])("has none for %s", (_, more) => {
    expect(issues(more)).toEqual([]);
  });
});

describe("a plan", () => {
  const issues = (more: Partial<PlanFields>) =>
    listIssues("plan", { ...plan, ...more }).map(({ weight, field, issue }) => [
      weight,
      field,
      issue,
    ]);

  test("with everything has no issues", () => {
    expect(issues({})).toEqual([]);
  });

  test("needs a vision, a focus area and a target with a text", () => {
    expect(issues({ vision: "", focusAreas: [], strategicTargets: [] })).toEqual([
      ["needed", "vision", "missing"],
      ["needed", "focusAreas", "one_needed"],
      ["needed", "strategicTargets", "one_needed"],
    ]);
    const wordless = plan.strategicTargets.map((target) => ({ ...target, text: "" }));
    expect(issues({ strategicTargets: wordless })).toEqual([
      ["needed", "strategicTargets", "item_title_missing"],
    ]);
  });

  test("needs the value of a figure, and is advised to have its date and boundary", () => {
    const figure: PlanFields["figures"][number] = {
      id,
      kind: "population",
      value: 79308,
      on: "2024",
      boundaryNote: "Municipality",
      source: "",
    };
    expect(issues({ figures: [figure] })).toEqual([]);
    expect(issues({ figures: [{ ...figure, value: null }] })).toEqual([
      ["needed", "figures", "value_missing"],
    ]);
    expect(issues({ figures: [{ ...figure, boundaryNote: "" }] })).toEqual([
      ["advised", "figures", "boundary_advised"],
    ]);
  });

  test.each([{ value: null }, { dueOn: null }, { unit: "" }, { measure: "" }, { baseline: null }])(
    "is better when its targets do not have %j",
    (more) => {
      const targets = plan.strategicTargets.map((each) => ({ ...each, ...more }));
      expect(issues({ strategicTargets: targets })).toEqual([
        ["advised", "strategicTargets", "measurable_advised"],
      ]);
    },
  );
});

test("needed issues come first, and only they stop a submission", () => {
  const issues = listIssues("project", { ...project, contributions: [], stage: "not_stated" });
  expect(issues.map((issue) => issue.weight)).toEqual(["needed", "advised"]);
  expect(isReady(issues)).toBe(false);
  expect(isReady(issues.slice(1))).toBe(true);
  expect(isReady([])).toBe(true);
});
