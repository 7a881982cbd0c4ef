import { type ChangedProject, changesBetween } from "@/lib/domain/report/changes";
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

/** All figures of a report. */
export type ReportFigures = FrozenContent & {
  listed: FrozenProject[];
  tables: ReportTable[];
  /** Null for the first report, which has none to compare with. */
  changes: ChangedProject[] | null;
  indicators: ReportIndicator[];
  support: SupportRow[];
  /** Empty when the network printed no report. */
  printed: BesidePrinted[];
};

/** Computes a report from the editions of its freeze and of the freeze before. */
export function figuresOf(
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
    support: supportOf(projects),
    printed: printed ? besidePrinted(printed, projects, tables) : [],
  };
}
