import { importSheet } from "@/lib/commands/sheet/import-sheet";
import { can } from "@/lib/domain/people/policy";
import { findImportPlan } from "@/lib/queries/sheet/imports";
import { sheetRoute } from "@/lib/web/sheet-route";

/** Takes a spreadsheet for a plan, as a form with `file` and `importId`. */
export const POST = sheetRoute(async (reader, { planId }) => {
  const plan = await findImportPlan(reader, String(planId));
  return plan !== null && can(reader, "plan.import", plan);
}, importSheet);
