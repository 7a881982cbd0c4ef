import { datedMilestone, stateOf } from "@/lib/domain/progress/dated";
import { attainmentOf, courseOf, latestReading } from "@/lib/domain/progress/progress";
import type { ProjectFields } from "@/lib/domain/record/project";
import type { Day } from "@/lib/domain/values/day";
import { lastDayOf, type PartialDate } from "@/lib/domain/values/partial-date";

/**
 * A contradiction between a computed value and what the city declares. `signal` is a key of the messages
 * `progress.signals`; the other properties are the values of its sentence. It decides nothing.
 */
export type Signal = {
  field: string;
  signal: (typeof signals)[number];
  count?: number;
  /** The name of the indicator, for a signal about one. */
  name?: string;
  on?: PartialDate;
};

/** Every signal. */
export const signals = [
  "completed_with_open_milestones",
  "past_end",
  "ended_not_completed",
  "all_milestones_done",
  "all_milestones_dropped",
  "overdue_but_on_time",
  "behind_but_on_time",
  "reading_late",
  "target_passed",
  "wrong_way",
] as const;

/**
 * Returns the contradictions between the declared stage and schedule of a project and the numbers computed from it on a
 * day, in reading order. A project that is no longer pursued has none. docs/progress.md has the rule of each signal.
 */
export function listSignals(project: ProjectFields, today: Day): Signal[] {
  if (project.closing !== null && project.closing !== "completed") return [];
  return [
    ...stageSignals(project, today),
    ...scheduleSignals(project, today),
    ...project.indicators.flatMap((indicator) => indicatorSignals(project, indicator, today)),
  ];
}

type Milestones = ProjectFields["milestones"];

const openOnes = (milestones: Milestones) =>
  milestones.filter((each) => each.droppedReason === "" && each.doneOn === null);

function stageSignals(project: ProjectFields, today: Day): Signal[] {
  const { stage, milestones, endsOn, endedOn } = project;
  const isUnderWay = stage === "planning" || stage === "ongoing";
  const dropped = milestones.filter((each) => each.droppedReason !== "");
  const open = openOnes(milestones).length;
  return [
    ...signalIf(stage === "completed" && open > 0, {
      field: "stage",
      signal: "completed_with_open_milestones",
      count: open,
    }),
    ...(isUnderWay && endedOn && isPast(endedOn, today)
      ? [{ field: "stage", signal: "ended_not_completed" as const, on: endedOn }]
      : isUnderWay && endsOn && isPast(endsOn, today)
        ? [{ field: "endsOn", signal: "past_end" as const, on: endsOn }]
        : []),
    ...signalIf(isUnderWay && open === 0 && dropped.length < milestones.length, {
      field: "stage",
      signal: "all_milestones_done",
    }),
    ...signalIf(isUnderWay && milestones.length > 0 && dropped.length === milestones.length, {
      field: "milestones",
      signal: "all_milestones_dropped",
    }),
  ];
}

function scheduleSignals(project: ProjectFields, today: Day): Signal[] {
  if (project.schedule !== "on_time") return [];
  // What is declared today reports every milestone today.
  const reported = { effectiveOn: today, origin: "city" } as const;
  const overdue = project.milestones.filter((milestone) => {
    const dated = datedMilestone(milestone, reported);
    return dated && stateOf(dated, today).kind === "late";
  }).length;
  const behind = project.indicators.filter((indicator) => {
    const course = courseOf(indicator);
    return "isOnCourse" in course && !course.isOnCourse;
  }).length;
  return [
    ...signalIf(overdue > 0, { field: "schedule", signal: "overdue_but_on_time", count: overdue }),
    ...signalIf(behind > 0, { field: "schedule", signal: "behind_but_on_time", count: behind }),
  ];
}

function indicatorSignals(
  project: ProjectFields,
  indicator: ProjectFields["indicators"][number],
  today: Day,
): Signal[] {
  const { name, targetOn } = indicator;
  const attainment = attainmentOf(indicator);
  const on = latestReading(indicator)?.on ?? null;
  const isTargetPassed = targetOn !== null && isPast(targetOn, today);
  if ("why" in attainment && attainment.why === "wrong_way") {
    return [{ field: "indicators", signal: "wrong_way", name }];
  }
  if (isTargetPassed && (on === null || lastDayOf(on) < lastDayOf(targetOn))) {
    return [{ field: "indicators", signal: "target_passed", name, on: targetOn }];
  }
  return project.stage === "ongoing" && on !== null && !isTargetPassed && isYearOld(on, today)
    ? [{ field: "indicators", signal: "reading_late", name, on }]
    : [];
}

/** Returns true when the whole year, month or day lies before today. */
function isPast(date: PartialDate, today: Day) {
  return lastDayOf(date) < today;
}

function isYearOld(date: PartialDate, today: Day) {
  const yearBefore = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  return lastDayOf(date) < yearBefore;
}

function signalIf(holds: boolean, signal: Signal): Signal[] {
  return holds ? [signal] : [];
}
