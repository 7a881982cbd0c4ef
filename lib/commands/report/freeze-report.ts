import "server-only";
import { command } from "@/lib/commands/shared/command";
import { addFreeze } from "@/lib/db/freeze";
import { addJob } from "@/lib/db/jobs";
import { lockReport } from "@/lib/db/reports";
import { freezeForm } from "@/lib/domain/report/form";
import { refuse } from "@/lib/domain/result/result";
import { toDay } from "@/lib/domain/values/day";

/** Reading which edition of each record holds, and keeping that, takes longer than one person's one change. */
const timeoutMs = 30_000;

/**
 * Freezes a report: keeps for good which edition of each record holds on its day, and so every figure. A further freeze
 * corrects the one before, says in a sentence what, and leaves it at its address. Refuses `wrong_state` before the
 * report's day is over in UTC, and when nothing is different from the freeze before; `invalid` for a correction that
 * is not said.
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
