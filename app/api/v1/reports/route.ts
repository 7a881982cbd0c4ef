import { openData } from "@/lib/open-data/answer";
import { operations } from "@/lib/open-data/operations";
import { toReportItem } from "@/lib/open-data/shapes";
import { listReports } from "@/lib/queries/public/reports";

/** Answers with every frozen report, its freezes and the addresses of its files, newest first. */
export function GET(request: Request): Promise<Response> {
  return openData(request, operations["/reports"], async () => {
    const reports = await listReports();
    return { items: reports.map(toReportItem), nextCursor: null };
  });
}
