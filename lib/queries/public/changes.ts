import "server-only";
import * as z from "zod";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { ChangeFacts } from "@/lib/domain/progress/change-words";
import { milestoneChanges } from "@/lib/domain/progress/milestone-changes";
import { diffFields } from "@/lib/domain/record/diff";
import { type EditionContent, readEditionContent } from "@/lib/domain/record/edition";
import { divideChanges, type EditionOrigin } from "@/lib/domain/record/origin";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { type Day, day, fromDay, toDay } from "@/lib/domain/values/day";
import { moveOf } from "@/lib/domain/values/move";
import { isSlug } from "@/lib/domain/values/slug";
import { notWithheld } from "@/lib/queries/public/as-of";
import { readCursor, toCursor } from "@/lib/queries/public/cursor";

/** Filters of a list of changes: by city, or by a focus area or outcome of projects. */
export const changeFilters = z.object({
  city: z.string().refine(isSlug).optional(),
  focusArea: z.string().refine(isSlug).optional(),
  outcome: z.string().refine(isSlug).optional(),
});

/** One edition, and how it differs from the one before it. */
export type Change = ChangeFacts & {
  id: string;
  number: number;
  recordId: string;
  kind: RecordKind;
  slug: string;
  citySlug: string;
  cityName: string;
  /** Empty for a plan. */
  title: string;
  effectiveOn: Day;
  hash: string;
};

/**
 * The number of editions on the page of one record. A record has one or two a year; the page of its history shows the
 * others.
 */
export const shownEditions = 100;

export type ChangePage = { changes: Change[]; nextCursor: string | null };

/**
 * Lists editions that hold from this day or before it, newest first, at most `limit` after the cursor; null for an
 * invalid cursor. `recordId` limits them to one record, `filters` to their terms.
 */
export async function listChanges({
  asOf,
  since = null,
  cursor = null,
  limit,
  recordId,
  filters: { city, focusArea, outcome } = {},
}: {
  asOf: Day | null;
  /** Limits the list to editions that are valid from a later day. */
  since?: Day | null;
  cursor?: string | null;
  limit: number;
  recordId?: string;
  filters?: z.output<typeof changeFilters>;
}): Promise<ChangePage | null> {
  const after =
    cursor === null ? null : readCursor(cursor, [day, z.iso.datetime(), z.uuid()] as const);
  if (cursor !== null && !after) return null;
  const editions = await database().edition.findMany({
    where: {
      ...(recordId && { recordId }),
      ...(city && { city: { slug: city } }),
      ...((focusArea || outcome) && {
        period: {
          ...(focusArea && { focusAreas: { has: focusArea } }),
          ...(outcome && { outcomes: { has: outcome } }),
        },
      }),
      AND: [
        asOf === null ? {} : { effectiveOn: { lte: fromDay(asOf) } },
        since === null ? {} : { effectiveOn: { gt: fromDay(since) } },
        after ? afterKey(after) : {},
        notWithheld,
      ],
    },
    orderBy: recordId
      ? [{ number: "desc" }]
      : [{ effectiveOn: "desc" }, { publishedAt: "desc" }, { id: "asc" }],
    take: limit + 1,
    select: changeSelect,
  });
  const shown = editions.slice(0, limit);
  const before = await findFormer(shown);
  const last = editions.length > limit ? shown.at(-1) : undefined;
  return {
    changes: shown.map((edition) => toChange(edition, before.get(keyOf(edition, -1)) ?? null)),
    nextCursor: last
      ? toCursor([toDay(last.effectiveOn), last.publishedAt.toISOString(), last.id])
      : null,
  };
}

const changeSelect = {
  id: true,
  recordId: true,
  kind: true,
  slug: true,
  number: true,
  effectiveOn: true,
  publishedAt: true,
  hash: true,
  origin: true,
  correction: true,
  content: true,
  city: { select: { slug: true, name: true } },
} as const satisfies Prisma.EditionSelect;

type Row = Prisma.EditionGetPayload<{ select: typeof changeSelect }>;

/** Returns the contents of the previous editions, by record and number. */
async function findFormer(editions: Row[]): Promise<Map<string, unknown>> {
  const wanted = editions.filter((edition) => edition.number > 1);
  if (wanted.length === 0) return new Map();
  const former = await database().edition.findMany({
    where: { OR: wanted.map(({ recordId, number }) => ({ recordId, number: number - 1 })) },
    select: { recordId: true, number: true, content: true },
  });
  return new Map(former.map((edition) => [keyOf(edition, 0), edition.content]));
}

function keyOf({ recordId, number }: { recordId: string; number: number }, step: number) {
  return `${recordId} ${number + step}`;
}

function toChange({ content, city, ...edition }: Row, formerContent: unknown): Change {
  const now = readEditionContent(content);
  const former = formerContent === null ? null : readEditionContent(formerContent);
  return {
    ...edition,
    ...differenceOf(former, now, edition.origin),
    isFirst: edition.number === 1,
    effectiveOn: toDay(edition.effectiveOn),
    citySlug: city.slug,
    cityName: city.name,
    title: now.kind === "project" ? now.fields.title : "",
  };
}

/**
 * Returns the differences between two states of a record; empty for a first state. The origin is that of the later
 * state.
 */
export function differenceOf(
  former: EditionContent | null,
  now: EditionContent,
  origin: EditionOrigin,
): Omit<ChangeFacts, "publishedAt" | "correction"> {
  const project = now.kind === "project" ? now.fields : null;
  const before = former?.kind === "project" ? former.fields : null;
  const changes = former === null ? [] : diffFields(now.kind, former.fields, now.fields);
  const fields = divideChanges(origin, changes);
  return {
    origin,
    isFirst: former === null,
    changedFields: fields.changed,
    describedFields: fields.described,
    stage: project && { before: before?.stage ?? null, after: project.stage },
    closing: { before: before?.closing ?? null, after: project?.closing ?? null },
    formerTitle: before && project && before.title !== project.title ? before.title : null,
    end: moveOf(before?.endsOn ?? null, project?.endsOn ?? null),
    milestones: before && project ? milestoneChanges(before.milestones, project.milestones) : [],
  };
}

function afterKey([effectiveOn, publishedAt, id]: readonly [
  string,
  string,
  string,
]): Prisma.EditionWhereInput {
  const on = fromDay(effectiveOn);
  const at = new Date(publishedAt);
  return {
    effectiveOn: { lte: on },
    OR: [
      { effectiveOn: { lt: on } },
      { publishedAt: { lt: at } },
      { publishedAt: at, id: { gt: id } },
    ],
  };
}
