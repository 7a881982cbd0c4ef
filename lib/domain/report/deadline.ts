/** A report for which cities are asked to send records: its deadline and the extensions. */
export type OpenReport = {
  id: string;
  slug: string;
  name: string;
  /** The day whose editions it counts, as a `date` column. */
  asOf: Date;
  opensAt: Date;
  dueAt: Date;
  /** The latest extension of each city, by city id. */
  extensions: Record<string, { until: Date; reason: string }>;
};

/** Returns the deadline of a city: its latest extension, or the report's own deadline. */
export function dueOf(report: Pick<OpenReport, "dueAt" | "extensions">, cityId: string): Date {
  return report.extensions[cityId]?.until ?? report.dueAt;
}
