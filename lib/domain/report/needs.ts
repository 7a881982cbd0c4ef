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

type Request = { project: FrozenProject; need: ProjectFields["supportNeeded"][number] };
/** The support needed of one kind, open and met. */
export type SupportRow = { kind: (typeof supportKinds)[number]; open: Request[]; met: Request[] };

/** Returns the support that the listed projects among these need, by kind; kinds without any are left out. */
export function supportOf(projects: FrozenProject[]): SupportRow[] {
  const requests = listedProjects(projects).flatMap((project) =>
    project.fields.supportNeeded.map((need) => ({ project, need })),
  );
  return supportKinds
    .map((kind) => {
      const own = requests.filter((request) => request.need.kind === kind);
      return {
        kind,
        open: own.filter((request) => !request.need.isMet),
        met: own.filter((request) => request.need.isMet),
      };
    })
    .filter((row) => row.open.length + row.met.length > 0);
}
