import "server-only";
import { validate as isUuid } from "uuid";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { type Day, fromDay, toDay } from "@/lib/domain/day";

/** The spans that hold on this day; null asks for those that hold now. At most one of each record, none of a withheld one. */
export function holdingOn(asOf: Day | null): Prisma.EditionSpanWhereInput {
  if (asOf === null) return { untilDay: null, isWithheld: false };
  const on = fromDay(asOf);
  return {
    isWithheld: false,
    fromDay: { lte: on },
    OR: [{ untilDay: null }, { untilDay: { gt: on } }],
  };
}

/** The editions of records that are not withheld. */
export const notWithheld = {
  record: { withholdings: { none: { endedAt: null } } },
} as const satisfies Prisma.EditionWhereInput;

/** What the public reads in place of a withheld record, and since when; null when it is not withheld. */
export async function findWithholding(recordId: string): Promise<Withheld | null> {
  if (!isUuid(recordId)) return null;
  return database().withholding.findFirst({
    where: { recordId, endedAt: null },
    select: { notice: true, at: true },
  });
}

/** As `findWithholding`, of a city's plan profile. */
export function findWithheldPlan(cityId: string): Promise<Withheld | null> {
  return database().withholding.findFirst({
    where: { endedAt: null, record: { cityId, kind: "plan" } },
    orderBy: { at: "desc" },
    select: { notice: true, at: true },
  });
}

export type Withheld = { notice: string; at: Date };

/** The first day for which anything is published; null while nothing is. */
export async function findFirstDay(): Promise<Day | null> {
  const first = await database().edition.findFirst({
    orderBy: [{ effectiveOn: "asc" }, { publishedAt: "asc" }, { id: "desc" }],
    select: { effectiveOn: true },
  });
  return first && toDay(first.effectiveOn);
}

/** The days that the network's reports count, newest first: what a reader of the whole network looks back to. */
export async function listReportDays(): Promise<Day[]> {
  const reports = await database().report.findMany({
    where: { freezes: { some: {} } },
    orderBy: { asOf: "desc" },
    take: 8,
    select: { asOf: true },
  });
  return reports.map((report) => toDay(report.asOf));
}
