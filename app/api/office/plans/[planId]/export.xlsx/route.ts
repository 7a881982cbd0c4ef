import { findPlanSheets } from "@/lib/queries/sheet/sheets";
import { answerSheets } from "@/lib/web/download";
import { readerRoute } from "@/lib/web/reader-route";

/** A plan as a workbook to work in. */
export const GET = readerRoute(async (reader, { planId }) => {
  const found = await findPlanSheets(reader, String(planId), new Date());
  return found && answerSheets("xlsx", found.fileName, found.workbook());
});
