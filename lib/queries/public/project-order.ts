import "server-only";
import * as z from "zod";
import { Prisma } from "@/lib/db/generated/client";
import { stages } from "@/lib/domain/record/project";
import type { ProjectOrder } from "@/lib/domain/site/list";
import { day } from "@/lib/domain/values/day";
import { line } from "@/lib/domain/values/text";
import { readCursor, toCursor } from "@/lib/queries/public/cursor";

/** A row's position: the value it is sorted by, its title, its id. */
type Key = readonly [value: string, title: string, recordId: string];

/**
 * A sort in SQL: the expression that it compares (as in an index of the migration), and how a cursor's value is parsed.
 */
type Order = {
  value: Prisma.Sql;
  cast: Prisma.Sql;
  isDescending: boolean;
  read: z.ZodType<string>;
};

const stageOrder = Prisma.raw(
  `array_position(ARRAY[${stages.map((stage) => `'${stage}'`)}], s.stage)`,
);
const text = { cast: Prisma.sql`::text`, read: line(200) };
const number = { cast: Prisma.sql`::int`, read: z.string().regex(/^-?\d{1,9}$/) };
const date = { cast: Prisma.sql`::date`, read: day };
const up = { isDescending: false };
const down = { isDescending: true };

/** Missing values sort last in both directions. */
const orders: Record<Exclude<ProjectOrder, "relevance">, Order> = {
  title: { value: Prisma.sql`s.title`, ...text, ...up },
  "-title": { value: Prisma.sql`s.title`, ...text, ...down },
  city: { value: Prisma.sql`s."cityName"`, ...text, ...up },
  "-city": { value: Prisma.sql`s."cityName"`, ...text, ...down },
  stage: { value: stageOrder, ...number, ...up },
  "-stage": { value: stageOrder, ...number, ...down },
  starts: { value: Prisma.sql`coalesce(s."startsOn", '9999')`, ...text, ...up },
  "-starts": { value: Prisma.sql`coalesce(s."startsOn", '')`, ...text, ...down },
  ends: { value: Prisma.sql`coalesce(s."endsOn", '9999')`, ...text, ...up },
  "-ends": { value: Prisma.sql`coalesce(s."endsOn", '')`, ...text, ...down },
  effective: { value: Prisma.sql`s."fromDay"`, ...date, ...up },
  "-effective": { value: Prisma.sql`s."fromDay"`, ...date, ...down },
};

/** Order by `s.rank`, ascending: the best match has the lowest rank. */
const byRank: Order = { value: Prisma.sql`s.rank`, ...number, ...up };

/** Returns the requested order in SQL. */
export function orderOf(order: ProjectOrder): Order {
  return order === "relevance" ? byRank : orders[order];
}

/**
 * Returns `order by`; all three values sort in the same direction, so that one row comparison finds the rows after a
 * cursor.
 */
export function inOrder({ value, isDescending }: Order): Prisma.Sql {
  const way = isDescending ? Prisma.sql`desc` : Prisma.sql`asc`;
  return Prisma.sql`${value} ${way}, s.title ${way}, s."recordId" ${way}`;
}

/** Returns the condition for rows after this position. */
export function after(
  { value, cast, isDescending }: Order,
  [at, title, recordId]: Key,
): Prisma.Sql {
  const sign = isDescending ? Prisma.sql`<` : Prisma.sql`>`;
  return Prisma.sql`(${value}, s.title, s."recordId") ${sign} (${at}${cast}, ${title}, ${recordId}::uuid)`;
}

/** Returns a cursor as in addresses, with the order it belongs to. */
export function toOrderCursor(order: ProjectOrder, key: Key): string {
  return toCursor([order, ...key]);
}

/** Parses a cursor of `toOrderCursor`; null for one of another order. */
export function readOrderCursor(order: ProjectOrder, cursor: string): Key | null {
  const parts = [z.literal(order), orderOf(order).read, line(200), z.uuid()] as const;
  const [, ...key] = readCursor(cursor, parts) ?? [];
  return key.length === 3 ? key : null;
}
