import "server-only";
import type { Tx } from "@/lib/db/client";
import type { OpenReport } from "@/lib/domain/report/deadline";

/**
 * Returns the open report at this instant: opened, not frozen yet, and of several the one due first. Null between two
 * reports. `dueOf` (lib/domain/report/deadline.ts) gives each city's deadline.
 */
export async function openReport(tx: Tx, at: Date): Promise<OpenReport | null> {
  const report = await tx.report.findFirst({
    where: { opensAt: { lte: at }, freezes: { none: {} } },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      slug: true,
      name: true,
      asOf: true,
      opensAt: true,
      dueAt: true,
      extensions: {
        // The last extension overwrites earlier ones below.
        orderBy: [{ grantedAt: "asc" }, { id: "asc" }],
        select: { cityId: true, until: true, reason: true },
      },
    },
  });
  if (!report?.opensAt || !report.dueAt) return null;
  const { opensAt, dueAt, extensions, ...rest } = report;
  return {
    ...rest,
    opensAt,
    dueAt,
    extensions: Object.fromEntries(
      extensions.map(({ cityId, until, reason }) => [cityId, { until, reason }]),
    ),
  };
}

/**
 * Locks a report until the transaction ends and returns it with its last freeze and its cities' extensions. Null when
 * it does not exist.
 */
export async function lockReport(tx: Tx, reportId: string) {
  const [locked] = await tx.$queryRaw<{ id: string }[]>`
    select id from "Report" where id = ${reportId}::uuid for update`;
  if (!locked) return null;
  return tx.report.findUniqueOrThrow({
    where: { id: reportId },
    select: {
      id: true,
      slug: true,
      asOf: true,
      opensAt: true,
      dueAt: true,
      freezes: { orderBy: { number: "desc" }, take: 1, select: { number: true } },
      extensions: { orderBy: { until: "desc" }, take: 1, select: { until: true } },
    },
  });
}
