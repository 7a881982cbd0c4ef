import {
  type Attainment,
  attainmentOf,
  type Course,
  courseOf,
  type Indicator,
  latestReading,
} from "@/lib/domain/progress/progress";
import { type ProjectFields, supportKinds } from "@/lib/domain/record/project";
import { type FrozenProject, listedProjects } from "@/lib/domain/report/report";

/** One indicator of a listed project: its latest value, its attainment, and its standing. */
export type ReportIndicator = {
  project: FrozenProject;
  indicator: Indicator;
  latest: ReturnType<typeof latestReading>;
  attainment: Attainment;
  course: Course;
};

/** Returns the indicators of the listed projects among these, in their order. */
export function indicatorsOf(projects: FrozenProject[]): ReportIndicator[] {
  return listedProjects(projects).flatMap((project) =>
    project.fields.indicators.map((indicator) => ({
      project,
      indicator,
      latest: latestReading(indicator),
      attainment: attainmentOf(indicator),
      course: courseOf(indicator),
    })),
  );
}

type Wish = { project: FrozenProject; need: ProjectFields["supportNeeded"][number] };
/** The support needed of one kind, open and met. */
export type SupportRow = { kind: (typeof supportKinds)[number]; open: Wish[]; met: Wish[] };

/** Returns the support that the listed projects among these need, by kind; kinds without any are left out. */
export function supportOf(projects: FrozenProject[]): SupportRow[] {
  const wishes = listedProjects(projects).flatMap((project) =>
    project.fields.supportNeeded.map((need) => ({ project, need })),
  );
  return supportKinds
    .map((kind) => {
      const own = wishes.filter((wish) => wish.need.kind === kind);
      return {
        kind,
        open: own.filter((wish) => !wish.need.isMet),
        met: own.filter((wish) => wish.need.isMet),
      };
    })
    .filter((row) => row.open.length + row.met.length > 0);
}
