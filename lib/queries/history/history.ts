import "server-only";
import * as z from "zod";
import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { editSessionsOf, type Fold, foldsOf, pageLength } from "@/lib/domain/history/edit-sessions";
import type { ListedEntry } from "@/lib/domain/history/timeline-groups";
import type { SignedIn } from "@/lib/domain/people/actor";
import { readValue } from "@/lib/domain/record/draft";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { type Day, toDay } from "@/lib/domain/values/day";
import { listMarks } from "@/lib/queries/history/timeline";
import { visibleCities } from "@/lib/queries/shared/visible";

const maxEditSessions = 10;
/** Changes whose writers and times are read at once; their values are read only for what the page shows. */
const maxChanges = 500;
/** An opened field shows the last of its saves one by one. */
const maxOpened = 50;

/** The state of a history as in its address. Invalid parts are ignored. */
export const historyState = z.object({
  field: z.string().max(60).optional().catch(undefined),
  by: z.uuid().optional().catch(undefined),
  /** The newest change of a field of an edit session whose saves are shown one by one. */
  open: z.uuid().optional().catch(undefined),
  /** The cursor: the instant and the id of the last change of the page before. */
  after: z
    .string()
    .transform((text) => text.split("_"))
    .pipe(z.tuple([z.iso.datetime().transform((iso) => new Date(iso)), z.uuid()]))
    .optional()
    .catch(undefined),
});

export type HistoryState = z.output<typeof historyState>;

/** One save of a field: its values in today's shape. */
type HistoryChange = { id: string; at: Date; before: unknown; after: unknown };

/**
 * The change of one field in an edit session. `each` lists its saves one by one, newest first, when they are requested.
 */
type HistoryFold = {
  field: string;
  count: number;
  firstId: string;
  lastId: string;
  before: unknown;
  after: unknown;
  each: HistoryChange[] | null;
};

export type HistoryEditSession = {
  id: string;
  byName: string;
  from: Date;
  until: Date;
  folds: HistoryFold[];
};

/** An event other than an edit; an edition has the day for which it holds. */
export type HistoryMark = ListedEntry & { effectiveOn: Day | null };

/**
 * Returns one page of the changes of a record's draft, newest first, by edit session, with other events in between
 * (left out when the changes are filtered by field or person). For each field of a session only the values before and
 * after it are read, so that a page costs the same however many saves made it.
 */
export async function listHistory(
  reader: SignedIn,
  record: { id: string; kind: RecordKind },
  state: HistoryState,
): Promise<{ sessions: HistoryEditSession[]; marks: HistoryMark[]; after: string | null }> {
  const rows = await listChanges(reader, record.id, state);
  const isAll = rows.length <= maxChanges;
  const read = rows.slice(0, maxChanges);
  const around = { before: state.after?.[0] ?? null, since: isAll ? null : lastAt(read) };
  const marks = await listMarks(reader, record.id, around);
  const breaks = marks.map((mark) => mark.at);

  const length = pageLength(read, breaks, { max: maxEditSessions, isAll });
  const page = read.slice(0, length);
  const last = isAll && length === rows.length ? undefined : page.at(-1);
  const sessions = editSessionsOf(page, breaks).map((changes) =>
    toEditSession(changes, state.open),
  );
  const isFiltered = state.field !== undefined || state.by !== undefined;
  const shownMarks = isFiltered ? [] : marks.filter((mark) => !last || mark.at >= last.at);
  return {
    sessions: await withValues(record.kind, sessions),
    marks: await withDays(record.id, shownMarks),
    after: last ? `${last.at.toISOString()}_${last.id}` : null,
  };
}

/** Lists everybody who may have changed a record: present and former staff of its city, by name. */
export async function listHistoryPeople(reader: SignedIn, recordId: string) {
  return database().$queryRaw<{ id: string; name: string }[]>`
    select p.id, p.name from "Person" p
    where exists (select from "Grant" g join "Record" r on r."cityId" = g."cityId"
      where g."personId" = p.id and r.id = ${recordId}::uuid
        and r.id in (select id from "Record" where ${visibleCities(reader)}))
    order by p.name, p.id`;
}

type Row = { id: string; at: Date; field: string; byId: string; byName: string };

function listChanges(reader: SignedIn, recordId: string, { field, by, after }: HistoryState) {
  const where = [
    Prisma.sql`c."recordId" = ${recordId}::uuid`,
    visibleCities(reader),
    ...(field === undefined ? [] : [Prisma.sql`c.field = ${field}`]),
    ...(by === undefined ? [] : [Prisma.sql`c."byId" = ${by}::uuid`]),
    ...(after ? [Prisma.sql`(c.at, c.id) < (${after[0]}, ${after[1]}::uuid)`] : []),
  ];
  return database().$queryRaw<Row[]>`
    select c.id, c.at, c.field, c."byId", p.name as "byName"
    from "DraftChange" c
    join "Record" r on r.id = c."recordId"
    join "Person" p on p.id = c."byId"
    where ${Prisma.join(where, " and ")}
    order by c.at desc, c.id desc
    limit ${maxChanges + 1}`;
}

type EditSession = { newest: Row; oldest: Row; folds: { fold: Fold<Row>; each: Row[] | null }[] };

function toEditSession(changes: Row[], open: string | undefined): EditSession {
  const folds = foldsOf(changes).map((fold) => {
    const isOpen = open !== undefined && fold.last.id === open;
    const saves = changes.filter((change) => change.field === fold.field);
    return { fold, each: isOpen ? saves.slice(0, maxOpened) : null };
  });
  // An edit session has at least the change with which it began.
  return { newest: changes[0] as Row, oldest: changes.at(-1) as Row, folds };
}

/** Reads only the values that are shown: of a long text that was saved a hundred times, two. */
async function withValues(
  kind: RecordKind,
  sessions: EditSession[],
): Promise<HistoryEditSession[]> {
  const folds = sessions.flatMap((session) => session.folds);
  const opened = folds.flatMap(({ each }) => each ?? []).map((change) => change.id);
  const befores = [...folds.map(({ fold }) => fold.first.id), ...opened];
  const afters = [...folds.map(({ fold }) => fold.last.id), ...opened];
  const rows = await database().$queryRaw<{ id: string; before: unknown; after: unknown }[]>`
    select id, case when id = any(${befores}::uuid[]) then before end as before,
      case when id = any(${afters}::uuid[]) then after end as after
    from "DraftChange" where id = any(${[...new Set([...befores, ...afters])]}::uuid[])`;
  const values = new Map(rows.map((row) => [row.id, row]));
  const read = ({ id, field }: Row, side: "before" | "after") =>
    readValue(kind, field, values.get(id)?.[side] ?? null);
  return sessions.map(({ newest, oldest, folds: own }) => ({
    id: newest.id,
    byName: newest.byName,
    from: oldest.at,
    until: newest.at,
    folds: own.map(({ fold, each }) => ({
      field: fold.field,
      count: fold.count,
      firstId: fold.first.id,
      lastId: fold.last.id,
      before: read(fold.first, "before"),
      after: read(fold.last, "after"),
      each:
        each?.map((change) => ({
          id: change.id,
          at: change.at,
          before: read(change, "before"),
          after: read(change, "after"),
        })) ?? null,
    })),
  }));
}

async function withDays(recordId: string, marks: ListedEntry[]): Promise<HistoryMark[]> {
  const numberOf = ({ kind, detail }: ListedEntry) =>
    kind === "published" || kind === "imported" ? Number(detail["number"]) : null;
  const numbers = marks.map(numberOf).filter((number) => number !== null);
  const editions =
    numbers.length === 0
      ? []
      : await database().edition.findMany({
          where: { recordId, number: { in: numbers } },
          select: { number: true, effectiveOn: true },
        });
  const days = new Map(editions.map((edition) => [edition.number, toDay(edition.effectiveOn)]));
  return marks.map((mark) => ({ ...mark, effectiveOn: days.get(numberOf(mark) ?? 0) ?? null }));
}

function lastAt(rows: Row[]) {
  return rows.at(-1)?.at ?? null;
}
