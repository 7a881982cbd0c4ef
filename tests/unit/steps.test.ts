import { describe, expect, test } from "vitest";
import type { SignedIn } from "@/lib/domain/people/actor";
import type { Grant } from "@/lib/domain/people/roles";
import { instantOf, isLocalTime } from "@/lib/domain/people/time-zone";
import { refusalOf, type Step, type Steppable, stepsOf } from "@/lib/domain/review/steps";

const person = (personId: string, ...grants: Grant[]): SignedIn => ({
  kind: "signed_in",
  personId,
  sessionId: "session",
  name: personId,
  grants,
});
const lead = person("lead", { role: "lead", cityId: "phuket" });
const representative = person("representative", { role: "representative", countryCode: "TH" });
const reviewer = person("reviewer", { role: "reviewer" });

const sent: Steppable = {
  state: "submitted",
  needsClearance: false,
  cityId: "phuket",
  countryCode: "TH",
  submittedById: "lead",
  writerIds: ["lead", "editor"],
  submitterMayDecide: false,
  assignedToId: null,
  isHeld: false,
  publishAt: null,
};

/** Returns "yes" or the reason for a refusal for each step of this person. */
function stepsFor(actor: SignedIn, change: Partial<Steppable> = {}) {
  return Object.fromEntries(
    stepsOf({ ...sent, ...change }, actor).map(({ step, refusal }) => [
      step,
      refusal?.code === "wrong_state" ? refusal.reason : (refusal?.code ?? "yes"),
    ]),
  );
}

describe("the steps of a person", () => {
  test("are to withdraw for the lead, to clear for the representative and to decide for the reviewer", () => {
    expect(Object.keys(stepsFor(lead))).toEqual(["withdraw"]);
    expect(Object.keys(stepsFor(representative))).toEqual(["clear", "hold", "release", "ask"]);
    expect(Object.keys(stepsFor(reviewer))).toEqual([
      "claim",
      "give_back",
      "hand_over",
      "approve",
      "schedule",
      "call_back",
      "ask",
    ]);
    expect(stepsFor(person("stranger", { role: "lead", cityId: "makassar" }))).toEqual({});
    expect(refusalOf("approve", sent, { kind: "visitor" })).toEqual({ code: "signed_out" });
  });
});

describe("a step that is not possible gives the reason", () => {
  test("without clearance it is the reviewer's turn at once", () => {
    expect(stepsFor(reviewer)).toMatchObject({ approve: "yes", schedule: "yes", ask: "yes" });
    expect(stepsFor(representative)).toEqual({
      clear: "no_clearance_needed",
      hold: "no_clearance_needed",
      release: "no_clearance_needed",
      ask: "no_clearance_needed",
    });
  });

  test("with clearance the reviewer waits for it, and may ask meanwhile", () => {
    const chain = { needsClearance: true };
    expect(stepsFor(reviewer, chain)).toMatchObject({ approve: "not_cleared_yet", ask: "yes" });
    expect(stepsFor(representative, chain)).toMatchObject({
      clear: "yes",
      hold: "yes",
      release: "not_held",
      ask: "yes",
    });
    const cleared = { ...chain, state: "cleared" as const };
    expect(stepsFor(reviewer, cleared)).toMatchObject({ approve: "yes" });
    expect(stepsFor(representative, cleared)).toMatchObject({
      clear: "already_cleared",
      ask: "already_cleared",
    });
  });

  test("on hold no step is possible until it is released", () => {
    const held = { needsClearance: true, isHeld: true };
    expect(stepsFor(representative, held)).toMatchObject({
      clear: "held",
      hold: "already_held",
      release: "yes",
    });
    expect(stepsFor(reviewer, held)).toMatchObject({ approve: "held_by_country" });
  });

  test("nobody decides on their own submission, unless that rule is lifted", () => {
    const own = { submittedById: "reviewer" };
    expect(stepsFor(reviewer, own)).toMatchObject({
      approve: "own_submission",
      schedule: "own_submission",
      ask: "yes",
    });
    expect(stepsFor(reviewer, { ...own, submitterMayDecide: true })).toMatchObject({
      approve: "yes",
    });
  });

  test("a scheduled submission can only be called back", () => {
    const scheduled = { publishAt: new Date("2026-12-01T00:00:00Z") };
    const { call_back, ...others } = stepsFor(reviewer, scheduled);
    expect(call_back).toBe("yes");
    expect(new Set(Object.values(others))).toEqual(new Set(["scheduled"]));
    expect(stepsFor(lead, scheduled)).toEqual({ withdraw: "scheduled" });
    expect(stepsFor(reviewer)).toMatchObject({ call_back: "not_scheduled" });
  });

  test("a person who wrote any part of it may not decide on it, but may ask", () => {
    const writer = person("editor", { role: "reviewer" });
    expect(stepsFor(writer)).toMatchObject({
      approve: "own_changes",
      schedule: "own_changes",
      ask: "yes",
    });
    expect(stepsFor(writer, { submitterMayDecide: true })).toMatchObject({ approve: "yes" });
    expect(stepsFor(writer, { writerIds: ["lead"] })).toMatchObject({ approve: "yes" });
  });

  test("assigned to one reviewer, another may take it over", () => {
    expect(stepsFor(reviewer, { assignedToId: "reviewer" })).toMatchObject({
      claim: "already_yours",
      give_back: "yes",
    });
    expect(stepsFor(reviewer, { assignedToId: "another" })).toMatchObject({
      claim: "yes",
      give_back: "not_yours",
    });
  });

  test("after the decision every step is refused with that decision", () => {
    for (const state of ["approved", "clarification_asked", "withdrawn"] as const) {
      for (const actor of [lead, representative, reviewer]) {
        expect(new Set(Object.values(stepsFor(actor, { state, needsClearance: true })))).toEqual(
          new Set([`already_${state}`]),
        );
      }
    }
    const steps: Step[] = ["approve", "claim", "call_back"];
    for (const step of steps) {
      expect(refusalOf(step, { ...sent, state: "approved" }, reviewer)).toEqual({
        code: "wrong_state",
        reason: "already_approved",
      });
    }
  });
});

test("a day and a time are read in their time zone", () => {
  const at = (local: string, zone: string) => instantOf(local, zone).toISOString();
  expect(at("2026-11-25T09:00", "Asia/Jakarta")).toBe("2026-11-25T02:00:00.000Z");
  expect(at("2026-11-25T09:00", "Asia/Yangon")).toBe("2026-11-25T02:30:00.000Z");
  expect(at("2026-11-25T00:15", "Asia/Dili")).toBe("2026-11-24T15:15:00.000Z");
  // These instants are before and after a change between summer and winter time.
  expect(at("2026-03-29T01:59", "Europe/Berlin")).toBe("2026-03-29T00:59:00.000Z");
  expect(at("2026-03-29T03:01", "Europe/Berlin")).toBe("2026-03-29T01:01:00.000Z");
  expect(
    ["2026-11-25T09:00", "2026-13-25T09:00", "tomorrow", "2026-11-25"].map(isLocalTime),
  ).toEqual([true, false, false, false]);
});
