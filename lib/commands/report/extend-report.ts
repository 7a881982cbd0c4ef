import "server-only";
import { randomUUID } from "node:crypto";
import { command } from "@/lib/commands/shared/command";
import { lockReport } from "@/lib/db/reports";
import { endOfDay, extensionForm } from "@/lib/domain/report/form";
import { refuse } from "@/lib/domain/result/result";
import { toDay } from "@/lib/domain/values/day";
import type { FieldError } from "@/lib/domain/values/field-error";

/**
 * Gives a city an extension, until the end of a day and with a reason; the latest extension counts. Refuses
 * `wrong_state` once the report is frozen and for a report without a deadline, and `invalid` for a day that is not
 * after the deadline or is after the report's own day, since later records would not be counted.
 */
export const extendReport = command({
  permission: "report.extend",
  input: extensionForm,
  subject: (tx, input) => lockReport(tx, input.reportId),

  async run({ tx, actor, subject: report, input, now }) {
    if (report.freezes.length > 0 || report.dueAt === null)
      refuse({ code: "wrong_state", reason: "already_frozen" });
    const { cityId, untilOn, reason } = input;
    const wrong = (field: string, error: FieldError) =>
      refuse({ code: "invalid", fields: { [field]: [error] } });
    if (untilOn <= toDay(report.dueAt)) wrong("untilOn", { key: "no_extension" });
    if (untilOn > toDay(report.asOf)) wrong("untilOn", { key: "due_after_report_day" });
    const city = await tx.city.findUnique({ where: { id: cityId }, select: { id: true } });
    if (!city) wrong("cityId", { key: "unknown_choice" });
    await tx.reportExtension.create({
      data: {
        id: randomUUID(),
        reportId: report.id,
        cityId,
        until: endOfDay(untilOn),
        reason,
        grantedAt: now,
        grantedById: actor.personId,
      },
    });
    return {
      value: { slug: report.slug },
      entry: { kind: "report_extended", cityId, report: report.slug, untilOn, reason },
    };
  },
});
