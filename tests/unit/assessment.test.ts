import { describe, expect, test } from "vitest";
import { editsToState } from "@/lib/domain/assessment/answer";
import { emptyPlan } from "@/lib/domain/record/plan";
import { emptyProject } from "@/lib/domain/record/project";
import { assessmentChecks } from "@/lib/domain/review/assessment-checks";
import { anIndicator, aTarget } from "@/tests/support/examples";

const economy = "competitive-economy";
const life = "high-quality-of-life";
const stating = (outcome: string) => ({ id: "one", outcome, how: "It does." });

describe("what a confirmed assessment writes into the draft", () => {
  const stated = { outcome: economy, how: "Jobs", newId: "new" };

  test("of a project: one more contribution, unless it is there", () => {
    const whole = { kind: "project", entryId: null } as const;
    const draft = { contributions: [stating(life)] };
    expect(editsToState(draft, whole, stated)).toEqual([
      {
        field: "contributions",
        seen: [stating(life)],
        value: [stating(life), { id: "new", outcome: economy, how: "Jobs" }],
      },
    ]);
    expect(editsToState({ contributions: [stating(economy)] }, whole, stated)).toEqual([]);
  });

  test.each([
    ["indicator", "indicators"],
    ["target", "strategicTargets"],
  ] as const)("of an %s: its one outcome", (kind, field) => {
    const assessed = { kind, entryId: "b" };
    const draft = (outcome: string | null) => ({
      [field]: [
        { id: "a", outcome: null },
        { id: "b", outcome },
      ],
    });
    expect(editsToState(draft(null), assessed, stated)).toEqual([
      { field, seen: draft(null)[field], value: draft(economy)[field] },
    ]);
    expect(editsToState(draft(economy), assessed, stated)).toEqual([]);
    expect(editsToState(draft(life), assessed, stated)).toBe("states_other_outcome");
    expect(editsToState({ [field]: [] }, assessed, stated)).toBe("entry_removed");
  });
});

describe("where a submission and the assessments differ", () => {
  const names = { [economy]: "Economy", [life]: "Life" };
  const assessed = (more = {}) => ({
    kind: "project" as const,
    entryId: null,
    outcome: economy,
    answer: null,
    ...more,
  });
  const project = (...outcomes: string[]) => ({
    ...emptyProject("Buses"),
    contributions: outcomes.map(stating),
  });

  test("nothing, while the city states nothing and has not answered, or states the same", () => {
    expect(assessmentChecks(project(), [assessed()], names)).toEqual([]);
    expect(assessmentChecks(project(economy), [assessed()], names)).toEqual([]);
    expect(assessmentChecks(project(life), [], names)).toEqual([]);
  });

  test("another outcome instead", () => {
    expect(assessmentChecks(project(life), [assessed()], names)).toEqual([
      { field: "contributions", check: "assessed_not_stated", name: "Buses", was: "Economy" },
      { field: "contributions", check: "stated_not_assessed", name: "Buses", was: "Life" },
    ]);
  });

  test("an answer, with its reason", () => {
    const refused = assessed({ answer: { kind: "refused", reason: "No jobs." } });
    expect(assessmentChecks(project(), [refused], names)).toEqual([
      {
        ...{ field: "contributions", check: "assessment_refused" },
        ...{ name: "Buses", was: "Economy", is: "No jobs." },
      },
    ]);
    const confirmed = assessed({ answer: { kind: "confirmed", reason: "" } });
    expect(assessmentChecks(project(), [confirmed], names)).toEqual([]);
  });

  test("of indicators and targets by their entries", () => {
    const buses = {
      ...project(),
      indicators: [anIndicator({ id: "i", name: "Routes", outcome: life })],
    };
    const ofIndicator = assessed({ kind: "indicator", entryId: "i" });
    expect(assessmentChecks(buses, [ofIndicator], names)).toEqual([
      { field: "indicators", check: "assessed_not_stated", name: "Routes", was: "Economy" },
    ]);
    const plan = {
      ...emptyPlan,
      strategicTargets: [aTarget({ id: "t", text: "Fewer leaks", outcome: life })],
    };
    const ofTarget = assessed({ kind: "target", entryId: "t" });
    expect(assessmentChecks(plan, [ofTarget], names)).toMatchObject([
      { field: "strategicTargets", check: "assessed_not_stated", name: "Fewer leaks" },
    ]);
    const gone = assessed({ kind: "target", entryId: "gone" });
    expect(assessmentChecks(plan, [gone], names)).toEqual([]);
  });
});
