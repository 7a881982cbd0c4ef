import { describe, expect, test } from "vitest";
import {
  type AimState,
  aimOfIndicator,
  aimOfTarget,
  countReported,
} from "@/lib/domain/progress/aims";
import { aimsServing, bySubject, servingsOf } from "@/lib/domain/progress/city-aims";
import { emptyProject, type ProjectFields } from "@/lib/domain/record/project";
import { aMilestone, anIndicator, aReading, aTarget } from "@/tests/support/examples";

const today = "2026-11-29";

const project = (fields: Partial<ProjectFields>) => ({
  fields: { ...emptyProject("Buses"), ...fields },
  edition: { effectiveOn: "2025-09-30", origin: "documents" as const },
});

/** An indicator that is to rise from 8 at the end of 2018 to 18, with these values. */
const routes = (targetOn: string | null, ...readings: ReturnType<typeof aReading>[]) =>
  anIndicator({ baseline: 8, baselineOn: "2018", target: 18, targetOn, readings });

const standingOf = (
  indicator: ReturnType<typeof anIndicator>,
  closing: ProjectFields["closing"] = null,
) => aimOfIndicator(indicator, project({ indicators: [indicator], closing }), today);

describe("an indicator", () => {
  test.each([
    ["reached", routes("2028", aReading("2024", 18))],
    ["reached", anIndicator({ target: 5, direction: "decrease", readings: [aReading("2024", 4)] })],
    ["on_course", routes("2028", aReading("2023", 13))],
    ["behind", routes("2028", aReading("2023", 12.9))],
    ["missed", routes("2024", aReading("2024", 17))],
    ["missed", routes("2024", aReading("2025-03", 17))],
    ["silent", routes("2024", aReading("2023", 17))],
    ["silent", routes("2028")],
    ["not_said", { ...routes("2028", aReading("2023", 12)), baseline: null }],
    ["not_said", { ...routes("2028", aReading("2023", 12)), target: null }],
  ])("is %s", (state, indicator) => {
    expect(standingOf(indicator).state).toBe(state);
  });

  test("tells since when nothing was reported, or that nothing ever was", () => {
    expect(standingOf(routes("2024", aReading("2023-04", 17))).silentSince).toBe("2023-04-30");
    expect(standingOf(routes("2024")).silentSince).toBe(null);
  });

  test("tells what is missing where there is not enough data", () => {
    const without = { ...routes("2028", aReading("2023", 12)), baseline: null };
    expect(standingOf(without).gap).toEqual({ of: "attainment", why: "no_baseline" });
    expect(standingOf(routes(null, aReading("2023", 12))).gap).toEqual({
      of: "course",
      why: "no_dates",
    });
    expect(standingOf(routes("2028", aReading("2023", 12))).gap).toBe(null);
  });

  test("of a project that is not pursued is given up, or silent where a report leaves it out, unless it is reached", () => {
    const open = routes("2028", aReading("2023", 12));
    expect(standingOf(open, "withdrawn").state).toBe("given_up");
    expect(standingOf(open, "no_longer_listed")).toMatchObject({
      state: "silent",
      silentSince: "2023-12-31",
    });
    const reached = routes("2028", aReading("2023", 18));
    expect(standingOf(reached, "withdrawn").state).toBe("reached");
    expect(standingOf(open, "completed").state).toBe("behind");
  });
});

describe("a target of a plan", () => {
  test("takes from the indicator that answers it what it does not state itself", () => {
    const indicator = routes("2024", aReading("2025-06", 15));
    const target = aTarget({ indicator: indicator.id, value: 14, direction: "increase" });
    const aim = aimOfTarget(target, [project({ indicators: [indicator] })], today);
    expect(aim).toMatchObject({
      state: "reached",
      value: 14,
      baseline: 8,
      dueOn: "2024",
      answeredBy: indicator.id,
      latest: { value: 15 },
    });
  });

  test.each([
    ["reached", { doneOn: "2026-03" }],
    ["given_up", { droppedReason: "The site was sold." }],
    ["missed", { lastReportedOn: "2026-02-01" }],
    ["silent", {}],
  ])("is %s as the milestone that answers it, by its own date", (state, said) => {
    const milestone = aMilestone({ dueOn: "2030", ...said });
    const target = aTarget({ milestone: milestone.id, dueOn: "2025" });
    const aim = aimOfTarget(target, [project({ milestones: [milestone] })], today);
    expect(aim.state).toBe(state);
    expect(aim.isReported).toBe(state !== "silent");
  });

  test("without a date is what the milestone is by the milestone's date", () => {
    const done = aMilestone({ doneOn: "2024" });
    const target = aTarget({ milestone: done.id });
    expect(aimOfTarget(target, [project({ milestones: [done] })], today).state).toBe("reached");
    const open = aMilestone({ dueOn: "2030" });
    const other = aTarget({ milestone: open.id });
    expect(aimOfTarget(other, [project({ milestones: [open] })], today)).toMatchObject({
      state: "silent",
      isReported: false,
    });
  });

  test("is what is stated of it, whatever answers it", () => {
    const indicator = routes("2024", aReading("2025-06", 18));
    const target = aTarget({ indicator: indicator.id, result: "partly_reached" });
    const aim = aimOfTarget(target, [project({ indicators: [indicator] })], today);
    expect(aim).toMatchObject({ state: "missed", isReported: true });
  });

  test("that nothing answers is silent, whether or not its date has passed", () => {
    const aims = [aTarget({ dueOn: "2025" }), aTarget({ dueOn: "2030" }), aTarget()].map((target) =>
      aimOfTarget(target, [], today),
    );
    expect(aims.map(({ state }) => state)).toEqual(["silent", "silent", "silent"]);
    expect(countReported(aims)).toEqual({ targets: 3, reported: 0 });
  });
});

describe("what serves an outcome", () => {
  const aim = (id: string, outcome: string, answeredBy: string | null = null) => ({
    id,
    answeredBy,
    state: "silent" as AimState,
    city: { citySlug: "hue", cityName: "Hue", countryCode: "VN" },
    serves: [{ outcome, basis: "assessed" as const, assessment: null }],
  });

  test("has the indicator that answers a target with the target alone", () => {
    const aims = [aim("target", "life", "value"), aim("value", "life"), aim("other", "economy")];
    expect(aimsServing(aims, "life").map(({ id }) => id)).toEqual(["target"]);
  });

  test("has the indicator where its target serves another outcome", () => {
    const aims = [aim("target", "economy", "value"), aim("value", "life")];
    expect(aimsServing(aims, "life").map(({ id }) => id)).toEqual(["value"]);
  });

  test("stands in the order of its states, then of its cities", () => {
    const inCity = (cityName: string, state: AimState) => ({
      ...aim(`${cityName} ${state}`, "life"),
      state,
      city: { citySlug: cityName, cityName, countryCode: "VN" },
    });
    const aims = [inCity("Vinh", "missed"), inCity("Hue", "missed"), inCity("Vinh", "reached")];
    expect(aimsServing(aims, "life").map(({ id }) => id)).toEqual([
      "Vinh reached",
      "Hue missed",
      "Vinh missed",
    ]);
  });

  test("is stated where the city states it, and assessed besides", () => {
    const assessment = (outcome: string) => ({
      id: outcome,
      kind: "indicator" as const,
      recordId: "project",
      entryId: "value",
      outcome,
      why: "It counts riders.",
      sourceTitle: "",
      sourceAddress: "",
      page: null,
      confidence: null,
      knownOn: "2022-09-21",
    });
    const assessments = [assessment("life"), assessment("economy")];
    const serves = servingsOf({ assessments }, "value", ["life"]);
    expect(serves.map(({ outcome, basis }) => `${outcome} ${basis}`)).toEqual([
      "life stated",
      "economy assessed",
    ]);
    expect(servingsOf({ assessments }, "project", [])).toEqual([]);
  });
});

test("each stands under its first subject, and what has none stands last", () => {
  const groups = bySubject(
    [{ subjects: [] }, { subjects: ["water", "waste"] }, { subjects: ["waste"] }],
    [{ slug: "waste" }, { slug: "water" }, { slug: "energy" }],
  );
  expect(groups.map(({ subject, aims }) => [subject?.slug ?? null, aims.length])).toEqual([
    ["waste", 1],
    ["water", 1],
    [null, 1],
  ]);
});
