import "server-only";
import { randomUUID } from "node:crypto";
import { command } from "@/lib/commands/shared/command";
import type { Tx } from "@/lib/db/client";
import { endOfDay, reportForm } from "@/lib/domain/report/form";
import { type Day, fromDay } from "@/lib/domain/values/day";

/** Creates a report. Its slug is the year of its day and never changes; a second report of one year gets a number. */
export const createReport = command({
  permission: "report.manage",
  input: reportForm,
  subject: async () => ({}),

  async run({ tx, actor, input, now }) {
    const { name, asOf, opensOn, dueOn } = input;
    const report = await tx.report.create({
      data: {
        id: randomUUID(),
        slug: await takeAddress(tx, asOf),
        name,
        asOf: fromDay(asOf),
        opensAt: fromDay(opensOn),
        dueAt: endOfDay(dueOn),
        createdAt: now,
        createdById: actor.personId,
      },
      select: { id: true, slug: true },
    });
    return {
      value: { reportId: report.id, slug: report.slug },
      entry: { kind: "report_created", report: report.slug, asOf, dueOn },
    };
  },
});

/** Two creations wait for each other here, so that two reports of one year get two slugs. */
async function takeAddress(tx: Tx, asOf: Day) {
  await tx.$executeRaw`lock table "Report" in share row exclusive mode`;
  const year = asOf.slice(0, 4);
  const taken = await tx.report.findMany({
    where: { slug: { startsWith: year } },
    select: { slug: true },
  });
  let slug = year;
  for (let number = 2; taken.some((report) => report.slug === slug); number += 1)
    slug = `${year}-${number}`;
  return slug;
}
