import { reportFileFormats } from "@/lib/domain/report-file";
import { listReports } from "@/lib/queries/public-reports";
import { openData } from "@/lib/web/open-data";
import { toCounts } from "@/lib/web/open-data-shapes";
import { toFreezeData } from "@/lib/web/reports/data";

/** Every frozen report with its freezes and where their files lie, newest first. */
export function GET(request: Request): Promise<Response> {
  return openData(request, {}, async () => {
    const reports = await listReports();
    return {
      items: reports.map(({ slug, name, asOf, tally, freezes }) => ({
        slug,
        name,
        asOf,
        projects: toCounts(tally),
        freezes: freezes.map((freeze) => ({
          ...toFreezeData(freeze),
          files: Object.fromEntries(
            reportFileFormats.map((format) => [
              format,
              `/api/v1/reports/${slug}/${freeze.number}.${format}`,
            ]),
          ),
        })),
      })),
      nextCursor: null,
    };
  });
}
