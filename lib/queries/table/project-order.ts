import "server-only";
import * as z from "zod";
import { Prisma } from "@/lib/db/generated/client";
import { schedules, stages } from "@/lib/domain/record/project";
import { reviewStates } from "@/lib/domain/review/review-state";
import type {
  PagePosition,
  ProjectListState,
  ProjectRow,
  ProjectSort,
} from "@/lib/domain/table/project-list";
import { text } from "@/lib/domain/values/text";
import { readCursor, toCursor } from "@/lib/queries/public/cursor";
import { reviewState } from "@/lib/queries/shared/standing";

type Sort = ProjectListState["sort"];

/** A row's position in the order: the value it is sorted by as shown, its title, its id. */
export type Key = readonly [value: string | null, title: string, id: string];

/** Returns the cursor of a row in this sort, as in addresses. */
export function toRowCursor(row: ProjectRow, sort: Sort): string {
  return toCursor([...toRowKey(row, sort)]);
}

/** Parses the cursor of an address; null when it does not belong to this sort. */
export function toCursorKey({ by }: Sort, { cursor }: PagePosition): Key | null {
  return readCursor(cursor, [values[by].nullable(), text(200), z.uuid()] as const);
}

/** Returns the row's position in this sort. */
export function toRowKey(row: ProjectRow, { by }: Sort): Key {
  return [by === "city" ? row.cityName : row[by], row.title, row.id];
}

/**
 * Returns `order by` of this sort: missing values last in both directions, then by title. Reversed for a page read from
 * its end.
 */
export function toOrder({ by, isDescending }: Sort, isBackwards: boolean) {
  const up = isBackwards ? Prisma.sql`desc` : Prisma.sql`asc`;
  const nulls = isBackwards ? Prisma.sql`nulls first` : Prisma.sql`nulls last`;
  const direction = isDescending === isBackwards ? Prisma.sql`asc` : Prisma.sql`desc`;
  return Prisma.sql`${columns[by]} ${direction} ${nulls}, ${title} ${up}, "recordId" ${up}`;
}

/** Returns the condition for rows on one side of a position, in the same order as `toOrder`. */
export function toSide({ by, isDescending }: Sort, side: PagePosition["side"], key: Key) {
  const [value, ofTitle, id] = key;
  const isAfter = side === "after";
  const column = columns[by];
  const further = isAfter ? Prisma.sql`>` : Prisma.sql`<`;
  const beside = Prisma.sql`(${title}, "recordId") ${further} (${ofTitle}, ${id}::uuid)`;
  if (value === null) {
    const amongMissing = Prisma.sql`${column} is null and ${beside}`;
    return isAfter ? amongMissing : Prisma.sql`(${column} is not null or ${amongMissing})`;
  }
  const at = toColumnValue(by, value);
  const beyond = isAfter === isDescending ? Prisma.sql`<` : Prisma.sql`>`;
  const fromHere = Prisma.sql`(${column} ${beyond} ${at} or (${column} = ${at} and ${beside}))`;
  if (isAfter && nullable.includes(by)) return Prisma.sql`(${fromHere} or ${column} is null)`;
  // The second condition alone would be correct; the first lets PostgreSQL start at the right place of an index.
  return Prisma.sql`${column} ${beyond}= ${at} and ${fromHere}`;
}

const title = Prisma.sql`title collate "und-x-icu"`;

/** The SQL expression that each sort compares, over "Draft", the city and, when the sort needs it, the review state. */
const columns: Record<ProjectSort, Prisma.Sql> = {
  title,
  city: Prisma.sql`"cityName" collate "und-x-icu"`,
  stage: Prisma.sql`array_position(${[...stages]}::text[], stage)`,
  schedule: Prisma.sql`array_position(${[...schedules]}::text[], schedule)`,
  focusArea: Prisma.sql`"focusAreas" ->> 0`,
  startsOn: Prisma.sql`"startsOn"`,
  endsOn: Prisma.sql`"endsOn"`,
  review: Prisma.sql`array_position(${[...reviewStates]}::text[], ${reviewState})`,
  editedAt: Prisma.sql`"editedAt"`,
};

/** Fields that a draft may leave empty. */
const nullable: ProjectSort[] = ["schedule", "focusArea", "startsOn", "endsOn"];

/** Converts the value of a cursor for comparison with its column. */
function toColumnValue(by: ProjectSort, value: string) {
  if (by === "stage") return Prisma.sql`${stages.indexOf(value as never) + 1}`;
  if (by === "schedule") return Prisma.sql`${schedules.indexOf(value as never) + 1}`;
  if (by === "review") return Prisma.sql`${reviewStates.indexOf(value as never) + 1}`;
  if (by === "editedAt") return Prisma.sql`${value}::timestamptz`;
  return Prisma.sql`${value}`;
}

const values: Record<ProjectSort, z.ZodType<string>> = {
  title: text(200),
  city: text(200),
  stage: z.enum(stages),
  schedule: z.enum(schedules),
  focusArea: text(80),
  startsOn: text(10),
  endsOn: text(10),
  review: z.enum(reviewStates),
  editedAt: z.iso.datetime(),
};
