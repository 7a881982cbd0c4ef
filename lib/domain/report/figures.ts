import { type ChangedProject, changesBetween } from "@/lib/domain/report/changes";
import { type LateDate, lateDatesOf } from "@/lib/domain/report/late";
import {
  indicatorsOf,
  type ReportIndicator,
  type SupportRow,
  supportOf,
} from "@/lib/domain/report/needs";
import { type BesidePrinted, besidePrinted, type PrintedReport } from "@/lib/domain/report/printed";
import {
  type FrozenContent,
  type FrozenProject,
  listedProjects,
  type ReportTable,
  type ReportTerms,
  reportTablesOf,
} from "@/lib/domain/report/report";
import type { Day } from "@/lib/domain/values/day";

/** All figures of a report. */
export type ReportFigures = FrozenContent & {
  listed: FrozenProject[];
  tables: ReportTable[];
  /** Null for the first report, which has none to compare with. */
  changes: ChangedProject[] | null;
  indicators: ReportIndicator[];
  /** The dates that passed without the work being done, the earliest first. */
  late: LateDate[];
  support: SupportRow[];
  /** Empty when the network printed no report. */
  printed: BesidePrinted[];
};

/** Computes a report as of its day from the editions of its freeze and of the freeze before. */
export function figuresOf(
  asOf: Day,
  content: FrozenContent,
  before: FrozenContent | null,
  terms: ReportTerms,
  printed: PrintedReport | null,
): ReportFigures {
  const { projects } = content;
  const tables = reportTablesOf(projects, terms);
  return {
    ...content,
    listed: listedProjects(projects),
    tables,
    changes: before && changesBetween(before.projects, projects),
    indicators: indicatorsOf(projects),
    late: lateDatesOf(projects, asOf),
    support: supportOf(projects),
    printed: printed ? besidePrinted(printed, projects, tables) : [],
  };
}
