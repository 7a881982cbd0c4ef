import { findPlanSheets } from "@/lib/queries/sheets";
import { readerRoute } from "@/lib/web/reader-route";
import { answerSheets } from "@/lib/web/sheets/download";

/** The projects of a plan, one in a line. */
export const GET = readerRoute(async (reader, { planId }) => {
  const found = await findPlanSheets(reader, String(planId), new Date());
  return found && answerSheets("csv", found.fileName, [found.projects()]);
});
