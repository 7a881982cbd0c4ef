import "server-only";
import { validate as isUuid } from "uuid";
import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { type Day, fromDay, toDay } from "@/lib/domain/values/day";

/**
 * Returns the condition for periods that hold on this day; null means now. At most one of each record, none of a
 * withheld one.
 */
export function whereEffectiveOn(asOf: Day | null): Prisma.EditionPeriodWhereInput {
  if (asOf === null) return { untilDay: null, isWithheld: false };
  const on = fromDay(asOf);
  return {
    isWithheld: false,
    fromDay: { lte: on },
    OR: [{ untilDay: null }, { untilDay: { gt: on } }],
  };
}

/** Returns the same as an SQL condition on "EditionPeriod" `s`. */
export function isValidOn(asOf: Day | null): Prisma.Sql {
  const on = asOf === null ? null : fromDay(asOf);
  return on === null
    ? Prisma.sql`not s."isWithheld" and s."untilDay" is null`
    : Prisma.sql`not s."isWithheld" and s."fromDay" <= ${on}::date
        and (s."untilDay" is null or s."untilDay" > ${on}::date)`;
}

/** The editions of records that are not withheld. */
export const notWithheld = {
  record: { withholdings: { none: { endedAt: null } } },
} as const satisfies Prisma.EditionWhereInput;

/**
 * Returns the notice that the public reads in place of a withheld record, and since when; null when it is not withheld.
 */
export async function findWithholding(recordId: string): Promise<Withheld | null> {
  if (!isUuid(recordId)) return null;
  return database().withholding.findFirst({
    where: { recordId, endedAt: null },
    select: { notice: true, at: true },
  });
}

/** Returns the same for a city's plan profile. */
export function findWithheldPlan(cityId: string): Promise<Withheld | null> {
  return database().withholding.findFirst({
    where: { endedAt: null, record: { cityId, kind: "plan" } },
    orderBy: { at: "desc" },
    select: { notice: true, at: true },
  });
}

export type Withheld = { notice: string; at: Date };

/** Returns the first day for which anything is published; null while nothing is. */
export async function findFirstDay(): Promise<Day | null> {
  const first = await database().edition.findFirst({
    orderBy: [{ effectiveOn: "asc" }, { publishedAt: "asc" }, { id: "desc" }],
    select: { effectiveOn: true },
  });
  return first && toDay(first.effectiveOn);
}

/**
 * Lists every day on which a page read as of a day may change, the first one first: an edition begins to hold, a date
 * passes with nothing reported since, an assessment becomes known, or a city joins with its year. Days to come are among
 * them. Withholding applies to every day.
 */
export async function listDaysOfChange(): Promise<Day[]> {
  const rows = await database().$queryRaw<{ day: Date }[]>`
    select "effectiveOn" as day from "Edition"
    union select silent.day from "EditionPeriod" s cross join lateral unnest(s."silentDays") as silent (day)
      where silent.day > s."fromDay" and (s."untilDay" is null or silent.day < s."untilDay")
    union select "knownOn" from "Assessment" where "knownOn" > (select min("effectiveOn") from "Edition")
    union select make_date("joinedYear", 1, 1) from "City"
      where make_date("joinedYear", 1, 1) > (select min("effectiveOn") from "Edition")
    order by day`;
  return rows.map(({ day }) => toDay(day));
}

/** The number of reports that fit beside the first plans. */
const shownReports = 7;

/**
 * Lists the days that readers of several cities compare with, newest first: the days of the newest reports, and of the
 * first editions. Two statements, whatever is published.
 */
export async function listNetworkDays(): Promise<Day[]> {
  const [first, reports] = await Promise.all([
    findFirstDay(),
    database().report.findMany({
      where: { freezes: { some: {} } },
      orderBy: { asOf: "desc" },
      distinct: ["asOf"],
      take: shownReports,
      select: { asOf: true },
    }),
  ]);
  const days = reports.map((report) => toDay(report.asOf));
  return first === null || days.includes(first) ? days : [...days, first];
}
