import * as z from "zod";
import { type FrozenProject, listedProjects, type ReportTable } from "@/lib/domain/report/report";

/** The tables of a report that a printed figure can belong to. */
const printedTables = ["total", "cities", "stage", "focusArea", "country"] as const;

/**
 * One figure as the network printed it. `explanation` says in one public sentence why our count differs; empty when
 * both are equal.
 */
const printedFigure = z.strictObject({
  table: z.enum(printedTables),
  /** The row's key; empty for a figure of the whole. */
  row: z.string().default(""),
  unit: z.enum(["count", "percent"]),
  value: z.number(),
  explanation: z.string().default(""),
});

/** The stored content of a printed report. */
export const printedReport = z.strictObject({
  title: z.string(),
  source: z.url(),
  figures: z.array(printedFigure),
});

export type PrintedFigure = z.output<typeof printedFigure>;
export type PrintedReport = z.output<typeof printedReport>;

/** A printed figure beside our own, which is rounded as the printed one is. */
export type BesidePrinted = PrintedFigure & {
  ours: number;
  /** The number of projects or cities that our figure counts. */
  count: number;
  isSame: boolean;
};

/** Returns each printed figure beside the count from the editions of a freeze. */
export function besidePrinted(
  { figures }: PrintedReport,
  projects: FrozenProject[],
  tables: ReportTable[],
): BesidePrinted[] {
  const listed = listedProjects(projects);
  return figures.map((figure) => {
    const count = countOf(figure, listed, tables);
    const exact = figure.unit === "percent" ? (100 * count) / Math.max(1, listed.length) : count;
    const ours = roundTo(exact, decimalsOf(figure.value));
    return { ...figure, ours, count, isSame: ours === figure.value };
  });
}

function countOf({ table, row }: PrintedFigure, listed: FrozenProject[], tables: ReportTable[]) {
  if (table === "total") return listed.length;
  if (table === "cities") return new Set(listed.map((project) => project.city.slug)).size;
  const rows = tables.find((each) => each.table === table)?.rows ?? [];
  return rows.find((each) => each.key === row)?.projects.length ?? 0;
}

function decimalsOf(value: number) {
  return String(value).split(".")[1]?.length ?? 0;
}

function roundTo(value: number, decimals: number) {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
}
