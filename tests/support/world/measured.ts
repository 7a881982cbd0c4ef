import type { ProjectFields } from "@/lib/domain/record/project";
import { aMilestone, anIndicator, aReading } from "@/tests/support/examples";
import { dayAgo, type Stage } from "@/tests/support/world/stage";

/** Returns milestones that are done in time, done late, dropped, missed, due soon, without a date, or moved. */
export function everyMilestone(stage: Stage): ProjectFields["milestones"] {
  return [
    aMilestone({ title: "Done in time", dueOn: "2024-06-30", doneOn: "2024-06-28", weight: 2 }),
    aMilestone({ title: "Done late", dueOn: "2024-03", doneOn: "2025-01-15", note: "The flood" }),
    aMilestone({ title: "Done, nobody said when it was due", doneOn: "2025" }),
    aMilestone({
      title: "Dropped with a reason",
      dueOn: "2025-03-31",
      droppedReason: "No offer came, {reason} and <why>.",
    }),
    aMilestone({ title: "Missed", dueOn: "2025-06-30", weight: 100 }),
    aMilestone({ title: "Due soon", dueOn: dayAgo(stage, -20) }),
    aMilestone({ title: "Without a date" }),
    aMilestone({ title: "Moved twice", dueOn: "2025-12" }),
  ];
}

/** Returns the list with nothing done or dropped, and with this earlier due date for the milestone that moves. */
export function asPromised(
  milestones: ProjectFields["milestones"],
  dueOn: string,
): ProjectFields["milestones"] {
  return milestones.map((each) => ({
    ...each,
    doneOn: null,
    droppedReason: "",
    dueOn: each.title === "Moved twice" ? dueOn : each.dueOn,
  }));
}

/** Returns an indicator in each possible state, named by its state. */
export function everyIndicator(stage: Stage): ProjectFields["indicators"] {
  const way = {
    baseline: 100,
    baselineOn: "2024-01-01",
    target: 200,
    targetOn: dayAgo(stage, -400),
    outcome: "sustainable-environment",
  };
  const recent = dayAgo(stage, 40);
  return [
    anIndicator({ ...way, name: "Reached", readings: [aReading(recent, 210)] }),
    anIndicator({ ...way, name: "On course", readings: [aReading(recent, 195)] }),
    anIndicator({ ...way, name: "Behind", readings: [aReading(recent, 101)] }),
    anIndicator({ ...way, name: "Went back", readings: [aReading(recent, 20)] }),
    anIndicator({ ...way, name: "Target on the wrong side", target: 50 }),
    anIndicator({ ...way, name: "No reading" }),
    anIndicator({ ...way, name: "No baseline", baseline: null, readings: [aReading(recent, 5)] }),
    anIndicator({ ...way, name: "No target", target: null, readings: [aReading(recent, 5)] }),
    anIndicator({ ...way, name: "No way to go", target: 100, readings: [aReading(recent, 100)] }),
    anIndicator({ ...way, name: "No dates", baselineOn: null, readings: [aReading(recent, 150)] }),
    anIndicator({
      ...way,
      name: "No time",
      baselineOn: way.targetOn,
      readings: [aReading("2024", 150)],
    }),
    anIndicator({ ...way, name: "Read long ago", readings: [aReading("2024-02", 110)] }),
    anIndicator({
      ...way,
      name: "Target passed",
      targetOn: "2025",
      readings: [aReading("2024", 120)],
    }),
    anIndicator({
      ...way,
      name: "Falls to zero",
      unit: "%",
      direction: "decrease",
      baseline: 12.5,
      target: 0,
      outcome: "high-quality-of-life",
      readings: [
        { ...aReading("2024-06", 10), note: "By hand", source: "https://one.example/a?b=1&c=2" },
        aReading("2025-06", 0.1 + 0.2),
        aReading(recent, 0),
      ],
    }),
    anIndicator({
      ...way,
      name: "From below zero",
      unit: "",
      baseline: -3,
      target: 1e12,
      outcome: "competitive-economy",
      readings: [aReading(recent, 123_456_789_012.345)],
    }),
  ];
}
