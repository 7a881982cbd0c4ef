import { findPlanSheets } from "@/lib/queries/sheets";
import { readerRoute } from "@/lib/web/reader-route";
import { answerSheets } from "@/lib/web/sheets/download";

/** A plan as a workbook to work in. */
export const GET = readerRoute(async (reader, { planId }) => {
  const found = await findPlanSheets(reader, String(planId), new Date());
  return found && answerSheets("xlsx", found.fileName, found.workbook());
});
