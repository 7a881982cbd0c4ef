import { findPlanSheets } from "@/lib/queries/sheet/sheets";
import { answerSheets } from "@/lib/web/download";
import { readerRoute } from "@/lib/web/reader-route";

/** Answers with a plan as a workbook that can be edited and imported. */
export const GET = readerRoute(async (reader, { planId }) => {
  const found = await findPlanSheets(reader, String(planId), new Date());
  return found && answerSheets("xlsx", found.fileName, found.workbook());
});
