import { findPlanSheets } from "@/lib/queries/sheet/sheets";
import { answerSheets } from "@/lib/web/download";
import { readerRoute } from "@/lib/web/reader-route";

/** Answers with the projects of a plan as CSV, one in a line. */
export const GET = readerRoute(async (reader, { planId }) => {
  const found = await findPlanSheets(reader, String(planId), new Date());
  return found && answerSheets("csv", found.fileName, [found.projects()]);
});
