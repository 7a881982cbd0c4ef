import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  attainmentOf,
  courseOf,
  elapsedOf,
  type Indicator,
  latestReading,
  progressOf,
} from "@/lib/domain/progress/progress";
import type { ProjectFields } from "@/lib/domain/record/project";
import { firstDayOf, lastDayOf } from "@/lib/domain/values/partial-date";
import { anyProject } from "@/tests/support/arbitraries";
import { aMilestone, anIndicator, aReading } from "@/tests/support/examples";

describe("progress", () => {
  test("is the weight done divided by the weight not dropped, with both sums", () => {
    const promised = { dueOn: "2024" };
    const whole = [
      aMilestone({ weight: 3, ...promised, doneOn: "2024" }),
      aMilestone({ weight: 2, ...promised }),
    ];
    expect(progressOf(whole)).toEqual({ doneWeight: 3, wholeWeight: 5, percent: 60 });
    const dropped = aMilestone({ weight: 1, ...promised, droppedReason: "The site was sold." });
    expect(progressOf([...whole, dropped])?.percent).toBe(60);
    expect(progressOf([aMilestone({ weight: 3, ...promised })])?.percent).toBe(0);
  });

  test("counts only milestones with a planned date", () => {
    const undated = aMilestone({ weight: 50, doneOn: "2024" });
    expect(progressOf([undated])).toBeNull();
    expect(progressOf([undated, aMilestone({ dueOn: "2024" })])?.percent).toBe(0);
  });

  test("is unknown without a milestone to count", () => {
    expect(progressOf([])).toBeNull();
    expect(
      progressOf([aMilestone({ dueOn: "2024", droppedReason: "sold", doneOn: "2024" })]),
    ).toBeNull();
  });

  test("lies from 0 to 100, and doing one more milestone never lowers it", () => {
    fc.assert(
      fc.property(anyProject, fc.nat(), (project, at) => {
        const before = progressOf(project.milestones);
        if (!before) return;
        expect(before.percent).toBeGreaterThanOrEqual(0);
        expect(before.percent).toBeLessThanOrEqual(100);
        const index = at % project.milestones.length;
        const after = progressOf(
          project.milestones.map((each, n) => (n === index ? { ...each, doneOn: "2024" } : each)),
        );
        expect(after?.percent).toBeGreaterThanOrEqual(before.percent);
      }),
    );
  });
});

describe("attainment", () => {
  test("is the change since the baseline divided by the change to the target", () => {
    expect(attainmentOf(rising(25))).toMatchObject({ percent: 25 });
    expect(attainmentOf(rising(120))).toMatchObject({ percent: 120 });
    expect(attainmentOf(rising(-10))).toMatchObject({ percent: -10 });
  });

  test("works for an indicator that should fall", () => {
    expect(attainmentOf(falling(30))).toMatchObject({ percent: 50 });
    expect(attainmentOf(falling(50))).toMatchObject({ percent: -50 });
  });

  test("uses the reading with the latest date, at any position in the list", () => {
    const readings = [aReading("2025-06", 60), aReading(null, 99), aReading("2023", 10)];
    const indicator = anIndicator({ baseline: 0, target: 100, readings });
    expect(latestReading(indicator)?.value).toBe(60);
    expect(attainmentOf(indicator)).toMatchObject({ percent: 60 });
  });

  test("gives the reason when it cannot be computed", () => {
    const whyOf = (more: Partial<Indicator>) => attainmentOf({ ...rising(25), ...more });
    expect(whyOf({ target: null })).toEqual({ why: "no_target" });
    expect(whyOf({ baseline: null })).toEqual({ why: "no_baseline" });
    expect(whyOf({ readings: [] })).toEqual({ why: "no_reading" });
    expect(whyOf({ target: 0 })).toEqual({ why: "no_way" });
    expect(whyOf({ direction: "decrease" })).toEqual({ why: "wrong_way" });
  });

  test("is zero, and not minus zero, when nothing changed", () => {
    const indicator = anIndicator({
      direction: "decrease",
      baseline: 10,
      target: 5,
      readings: [aReading("2024", 10)],
    });
    expect(attainmentOf(indicator)).toMatchObject({ percent: 0 });
  });

  test("is the same for an indicator turned upside down", () => {
    const value = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => n / 100);
    fc.assert(
      fc.property(value, value, value, (baseline, target, latest) => {
        fc.pre(target > baseline);
        const up = anIndicator({ baseline, target, readings: [aReading("2024", latest)] });
        const down = anIndicator({
          direction: "decrease",
          baseline: -baseline,
          target: -target,
          readings: [aReading("2024", -latest)],
        });
        expect(attainmentOf(up)).toMatchObject({
          percent: (attainmentOf(down) as { percent: number }).percent,
        });
      }),
    );
  });
});

describe("on course", () => {
  const dated = (on: string | null, value: number): Indicator => ({
    ...anIndicator({ baseline: 0, baselineOn: "2020", target: 100, targetOn: "2025" }),
    readings: [aReading(on, value)],
  });

  test("is at or ahead of the straight line on the reading's date", () => {
    // 2020 to 2025 is five years. At the end of 2021 a fifth of them has passed, give or take a leap day.
    expect(courseOf(dated("2021", 20))).toMatchObject({ isOnCourse: true });
    expect(courseOf(dated("2021", 19))).toMatchObject({ isOnCourse: false });
    expect(courseOf(dated("2025", 100))).toMatchObject({ isOnCourse: true, expectedPercent: 100 });
    expect(courseOf(dated("2027", 99))).toMatchObject({ isOnCourse: false, expectedPercent: 100 });
    expect(courseOf(dated("2019", 0))).toMatchObject({ isOnCourse: true, expectedPercent: 0 });
  });

  test("is on course for a falling indicator when it is at or below the line", () => {
    const falls = (value: number) =>
      courseOf({
        ...anIndicator({ direction: "decrease", baseline: 40, target: 20 }),
        baselineOn: "2020-01-01",
        targetOn: "2020-01-11",
        readings: [aReading("2020-01-06", value)],
      });
    expect(falls(30)).toMatchObject({ isOnCourse: true, expectedPercent: 50 });
    expect(falls(30.01)).toMatchObject({ isOnCourse: false });
  });

  test("is exact on the line, where binary fractions are not", () => {
    const thirds = anIndicator({
      baseline: 0.1,
      baselineOn: "2024-01-01",
      target: 0.7,
      targetOn: "2024-01-04",
      readings: [aReading("2024-01-02", 0.3)],
    });
    expect(courseOf(thirds)).toMatchObject({ isOnCourse: true });
  });

  test("is unknown without dates, with dates in the wrong order, or without an attainment", () => {
    expect(courseOf(dated(null, 50))).toEqual({ why: "no_dates" });
    expect(courseOf({ ...dated("2021", 50), targetOn: null })).toEqual({ why: "no_dates" });
    expect(courseOf({ ...dated("2021", 50), targetOn: "2020" })).toEqual({ why: "no_time" });
    expect(courseOf({ ...dated("2021", 50), baseline: null })).toEqual({ why: "no_attainment" });
  });

  test("an attainment at or above what is expected is on course, and below it is not", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 365 * 5 }),
        fc.integer({ min: -50, max: 150 }),
        (days, value) => {
          const on = new Date(Date.UTC(2021, 0, 1 + days)).toISOString().slice(0, 10);
          const course = courseOf(dated(on, value));
          if ("why" in course) throw new Error(course.why);
          expect(course.isOnCourse).toBe(value >= course.expectedPercent);
        },
      ),
    );
  });
});

describe("time elapsed", () => {
  const between = (startsOn: string | null, endsOn: string | null) => ({ startsOn, endsOn });

  test("runs from the first day of the start to the last day of the end", () => {
    const years = between("2023", "2024");
    expect(elapsedOf(years, "2023-01-01")?.percent).toBe(0);
    expect(elapsedOf(years, "2024-12-31")?.percent).toBe(100);
    expect(elapsedOf(years, "2022-05-05")?.percent).toBe(0);
    expect(elapsedOf(years, "2030-05-05")?.percent).toBe(100);
    expect(elapsedOf(between("2024-01-01", "2024-01-11"), "2024-01-05")?.percent).toBe(40);
  });

  test("is unknown without both dates or with the end before the start", () => {
    expect(elapsedOf(between(null, "2024"), "2024-01-01")).toBeNull();
    expect(elapsedOf(between("2024", null), "2024-01-01")).toBeNull();
    expect(elapsedOf(between("2024", "2023"), "2024-01-01")).toBeNull();
  });
});

test("a year and a month have a first and a last day", () => {
  expect([firstDayOf("2024"), lastDayOf("2024")]).toEqual(["2024-01-01", "2024-12-31"]);
  expect([firstDayOf("2024-02"), lastDayOf("2024-02")]).toEqual(["2024-02-01", "2024-02-29"]);
  expect([firstDayOf("2023-02-05"), lastDayOf("2023-02-05")]).toEqual(["2023-02-05", "2023-02-05"]);
});

function rising(value: number): ProjectFields["indicators"][number] {
  return anIndicator({ baseline: 0, target: 100, readings: [aReading("2024", value)] });
}

function falling(value: number): ProjectFields["indicators"][number] {
  return anIndicator({
    direction: "decrease",
    baseline: 40,
    target: 20,
    readings: [aReading("2024", value)],
  });
}
