import "server-only";
import { command } from "@/lib/commands/shared/command";
import { addFreeze } from "@/lib/db/freeze";
import { addJob } from "@/lib/db/jobs";
import { lockReport } from "@/lib/db/reports";
import { freezeForm } from "@/lib/domain/report/form";
import { refuse } from "@/lib/domain/result/result";
import { toDay } from "@/lib/domain/values/day";

/** Freezing reads and stores which edition of each record holds, which takes longer than an ordinary command. */
const timeoutMs = 30_000;

/**
 * Freezes a report: stores which edition of each record holds on its day, and thereby every figure. Another freeze
 * corrects the one before, with a sentence that says what; the earlier one keeps its address. Refuses `wrong_state`
 * before the report's day is over in UTC and when nothing differs from the freeze before; `invalid` for a correction
 * without a sentence.
 */
export const freezeReport = command({
  permission: "report.freeze",
  timeoutMs,
  input: freezeForm,
  subject: (tx, input) => lockReport(tx, input.reportId),

  async run({ tx, actor, subject: report, input, now }) {
    if (toDay(now) <= toDay(report.asOf))
      refuse({ code: "wrong_state", reason: "report_day_not_over" });
    const isFirst = report.freezes.length === 0;
    if (!isFirst && input.correction === "")
      refuse({ code: "invalid", fields: { correction: [{ key: "missing" }] } });
    const freeze = await addFreeze(tx, {
      report,
      correction: isFirst ? "" : input.correction,
      frozenAt: now,
      frozenById: actor.personId,
    });
    if (!freeze) refuse({ code: "wrong_state", reason: "same_freeze" });
    const { number, hash } = freeze;
    await addJob(tx, "make_report_files", { slug: report.slug, number });
    return {
      value: { slug: report.slug, number },
      entry: { kind: "report_frozen", report: report.slug, number, hash },
    };
  },
});
