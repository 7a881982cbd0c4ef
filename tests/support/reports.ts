import { createReport } from "@/lib/commands/report/create-report";
import type { Cast } from "@/tests/support/cast";
import { must } from "@/tests/support/factories";

/** Returns the form of a report whose day has passed, so that it can be frozen. */
export function aReportForm(changes: Partial<Record<"asOf" | "opensOn" | "dueOn", string>> = {}) {
  return {
    name: "A report",
    asOf: "2020-09-30",
    opensOn: "2020-06-01",
    dueOn: "2020-08-31",
    ...changes,
  };
}

/** Creates a report as the administrator and returns its id. */
export async function aReport(
  cast: Pick<Cast, "administrator">,
  changes: Parameters<typeof aReportForm>[0] = {},
): Promise<string> {
  return must(await createReport(cast.administrator, aReportForm(changes))).reportId;
}
