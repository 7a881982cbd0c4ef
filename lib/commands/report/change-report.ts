import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { lockReport } from "@/lib/db/reports";
import { endOfDay, reportForm } from "@/lib/domain/report/form";
import { refuse } from "@/lib/domain/result/result";
import { fromDay, toDay } from "@/lib/domain/values/day";

/**
 * Changes a report's name and days. Refuses `wrong_state` once it is frozen, and `invalid` for a day that lies before
 * the end of an extension that a city was given.
 */
export const changeReport = command({
  permission: "report.manage",
  input: reportForm.safeExtend({ reportId: z.uuid() }),
  subject: (tx, input) => lockReport(tx, input.reportId),

  async run({ tx, subject: report, input }) {
    if (report.freezes.length > 0) refuse({ code: "wrong_state", reason: "already_frozen" });
    const { name, asOf, opensOn, dueOn } = input;
    const [latest] = report.extensions;
    if (latest && toDay(latest.until) > asOf)
      refuse({ code: "invalid", fields: { asOf: [{ key: "before_extension" }] } });
    await tx.report.update({
      where: { id: report.id },
      data: { name, asOf: fromDay(asOf), opensAt: fromDay(opensOn), dueAt: endOfDay(dueOn) },
    });
    return {
      value: { slug: report.slug },
      entry: { kind: "report_changed", report: report.slug, asOf, dueOn },
    };
  },
});
