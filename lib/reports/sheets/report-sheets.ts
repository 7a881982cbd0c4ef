import "server-only";
import type { ReportChange } from "@/lib/domain/report/changes";
import { noTerm } from "@/lib/domain/report/report";
import type { Sheet } from "@/lib/domain/sheet/sheet";
import type { CountedReport } from "@/lib/queries/public/report-figures";
import { aboutSheet } from "@/lib/reports/sheets/about-sheet";
import { changeSheet } from "@/lib/reports/sheets/change-sheet";
import { citySheet } from "@/lib/reports/sheets/city-sheet";
import { countSheet } from "@/lib/reports/sheets/count-sheet";
import { editionSheet } from "@/lib/reports/sheets/edition-sheet";
import { figureSheet } from "@/lib/reports/sheets/figure-sheet";
import { indicatorSheet } from "@/lib/reports/sheets/indicator-sheet";
import { lateSheet } from "@/lib/reports/sheets/late-sheet";
import { printedSheet } from "@/lib/reports/sheets/printed-sheet";
import { supportSheet } from "@/lib/reports/sheets/support-sheet";

/** Returns the data behind every table of a report, one sheet each, and last the editions that are counted. */
export function reportSheets(counted: CountedReport): Sheet[] {
  const { figures } = counted;
  return [
    aboutSheet(counted),
    ...figures.tables.map((table) => countSheet(table, figures.listed.length)),
    changeSheet(figures.changes ?? [], "data"),
    lateSheet(figures.late, "data"),
    indicatorSheet(figures.indicators, "data"),
    supportSheet(figures.support, "data"),
    ...(figures.printed.length > 0 ? [printedSheet(figures)] : []),
    figureSheet(counted),
    editionSheet(figures),
  ];
}

/** The kinds of change that an editable document leaves out, since they cover most projects. */
const inDetail = new Set<ReportChange>(["updated", "described", "unchanged"]);

/** Returns the tables of an editable document: those of the page, and then the projects of each city. */
export function documentSheets({ figures, areaNames }: CountedReport): Sheet[] {
  const cities = figures.tables.find(({ table }) => table === "city")?.rows ?? [];
  const shownTables = figures.tables.filter(({ rows }) =>
    rows.some((row) => row.projects.length > 0 && row.key !== noTerm),
  );
  const changes = (figures.changes ?? []).filter(
    ({ kinds }) => !kinds.some((kind) => inDetail.has(kind)),
  );
  return [
    ...shownTables.map((table) => countSheet(table, figures.listed.length)),
    changeSheet(changes, "reading"),
    lateSheet(figures.late, "reading"),
    indicatorSheet(figures.indicators, "reading"),
    supportSheet(figures.support, "reading"),
    ...(figures.printed.length > 0 ? [printedSheet(figures)] : []),
    ...cities.map((row) => citySheet(row, areaNames)),
  ];
}
