import { createReport } from "@/lib/commands/report/create-report";
import { extendReport } from "@/lib/commands/report/extend-report";
import { freezeReport } from "@/lib/commands/report/freeze-report";
import { endWithholding } from "@/lib/commands/review/end-withholding";
import { withholdRecord } from "@/lib/commands/review/withhold-record";
import { database } from "@/lib/db/client";
import { must } from "@/tests/support/factories";
import { dayAgo, daysAgo, type Stage } from "@/tests/support/world/stage";
import { awkward } from "@/tests/support/world/texts";

/**
 * Makes an open report, and one that was frozen and corrected. In both a city has an extension. Returns their
 * addresses.
 */
export async function makeReports(
  stage: Stage,
  published: Record<string, string>,
): Promise<{ open: string; frozen: string }> {
  const { administrator, reviewer } = stage.cast;
  const frozen = await openReport(stage, { opened: 90, due: 10, asOf: 2, until: 4 });
  must(await freezeReport(administrator, { reportId: frozen.reportId }));
  const recordId = published["bare"] ?? "";
  const said = { reason: "A mistake", notice: "Not shown for now." };
  must(await withholdRecord(reviewer, { recordId, ...said }));
  const correction = `One project less. ${awkward.markup}`;
  must(await freezeReport(administrator, { reportId: frozen.reportId, correction }));
  must(await endWithholding(reviewer, { recordId }));
  const open = await openReport(stage, { opened: 20, due: -10, asOf: -30, until: -20 });
  await forgetFiles();
  return { open: open.slug, frozen: frozen.slug };
}

/** Removes the jobs that make the files of the freezes: they are made when somebody requests them. */
async function forgetFiles() {
  await database().$queryRaw`
    select id from graphile_worker.complete_jobs(
      array(select id from graphile_worker.jobs where task_identifier = 'make_report_files'))`;
}

/** Opens a report and extends it for Makassar. The numbers are days before the day on which the world is made. */
async function openReport(
  stage: Stage,
  days: { opened: number; due: number; asOf: number; until: number },
) {
  const { administrator } = stage.cast;
  const at = daysAgo(stage, days.opened);
  const form = {
    name: `The report ${awkward.markup}`.slice(0, 120),
    asOf: dayAgo(stage, days.asOf),
    opensOn: dayAgo(stage, days.opened),
    dueOn: dayAgo(stage, days.due),
  };
  const report = must(await createReport(administrator, form, at));
  const { reportId } = report;
  const { id: cityId } = await database().city.findUniqueOrThrow({ where: { slug: "makassar" } });
  const more = { reportId, cityId, untilOn: dayAgo(stage, days.until), reason: awkward.markup };
  must(await extendReport(administrator, more, at));
  return report;
}
