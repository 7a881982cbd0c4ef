/** A report that cities are asked to send records for: by when, and who has more time. */
export type OpenReport = {
  id: string;
  slug: string;
  name: string;
  /** The day whose editions it counts, as a `date` column. */
  asOf: Date;
  opensAt: Date;
  dueAt: Date;
  /** By city, the extension that was given last. */
  extensions: Record<string, { until: Date; reason: string }>;
};

/**
 * By when a city is to have sent its records: the extension given last counts, the report's own deadline without one.
 */
export function dueOf(report: Pick<OpenReport, "dueAt" | "extensions">, cityId: string): Date {
  return report.extensions[cityId]?.until ?? report.dueAt;
}
