import type { Tx } from "@/lib/db/client";
import { addFreeze } from "@/lib/db/freeze";
import { printedReport } from "@/lib/domain/report/printed";
import { fromDay } from "@/lib/domain/values/day";
import { getReportAddress, reports } from "./documents";
import { idOf, pastReportIdOf } from "./ids";
import { printedFigures } from "./printed-reports";

/** The network's printed reports as frozen reports, oldest first. Each one is compared with the one before it. */
const pastReports = reports.map((report) => {
  const slug = report.on.slice(0, 4);
  return { ...report, slug, id: pastReportIdOf(slug) };
});

/** Adds the missing printed reports, each frozen as of its day, with the figures that were printed. */
export async function addPastReports(tx: Tx, now: Date): Promise<void> {
  const known = await tx.report.findMany({
    where: { id: { in: pastReports.map((report) => report.id) } },
    select: { id: true },
  });
  for (const { id, slug, on, title } of pastReports) {
    if (known.some((report) => report.id === id)) continue;
    const report = { id, asOf: fromDay(on), opensAt: null };
    const printed = printedReport.parse({
      title,
      source: getReportAddress(on),
      figures: printedFigures[on],
    });
    await tx.report.create({
      data: { ...report, slug, name: `Report ${slug}`, createdAt: now, printed },
    });
    await addFreeze(tx, {
      id: idOf("freeze", slug, 1),
      report,
      correction: "",
      frozenAt: now,
      frozenById: null,
    });
  }
}
