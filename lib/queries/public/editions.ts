import "server-only";
import * as z from "zod";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { type EditionContent, readEditionContent } from "@/lib/domain/record/edition";
import type { EditionOrigin } from "@/lib/domain/record/origin";
import { type Day, fromDay, toDay } from "@/lib/domain/values/day";
import { notWithheld } from "@/lib/queries/public/as-of";
import { readCursor, toCursor } from "@/lib/queries/public/cursor";

/** The facts that identify an edition; its hash is over its content in canonical form. */
export type EditionFacts = {
  number: number;
  effectiveOn: Day;
  publishedAt: Date;
  hash: string;
  origin: EditionOrigin;
  /** What the secretariat corrected in it; null for every other edition. */
  correction: string | null;
};

/** The columns of `EditionFacts`. */
export const editionFacts = {
  number: true,
  effectiveOn: true,
  publishedAt: true,
  hash: true,
  origin: true,
  correction: true,
} as const satisfies Prisma.EditionSelect;

/** One complete edition. */
export type PublicEdition = EditionFacts & { content: EditionContent };

/**
 * Lists the editions of a project that hold from this day or before it, newest first, at most `limit` after the cursor.
 * Null when the project does not exist or is withheld; "bad_cursor" for an invalid cursor.
 */
export async function listEditions(
  projectId: string,
  { asOf, cursor, limit }: { asOf: Day | null; cursor: string | null; limit: number },
): Promise<{ editions: PublicEdition[]; nextCursor: string | null } | "bad_cursor" | null> {
  if (!z.uuid().safeParse(projectId).success) return null;
  const [before] =
    cursor === null ? [null] : (readCursor(cursor, [z.string().regex(/^\d{1,9}$/)] as const) ?? []);
  if (before === undefined) return "bad_cursor";
  const ofProject = { recordId: projectId, kind: "project", ...notWithheld } as const;
  const editions = await database().edition.findMany({
    where: {
      ...ofProject,
      ...(asOf !== null && { effectiveOn: { lte: fromDay(asOf) } }),
      ...(before !== null && { number: { lt: Number(before) } }),
    },
    orderBy: { number: "desc" },
    take: limit + 1,
    select: { ...editionFacts, content: true },
  });
  if (
    editions.length === 0 &&
    !(await database().edition.findFirst({ where: ofProject, select: { id: true } }))
  )
    return null;
  const shown = editions.slice(0, limit).map((edition) => ({
    ...edition,
    effectiveOn: toDay(edition.effectiveOn),
    content: readEditionContent(edition.content),
  }));
  const last = editions.length > limit ? shown.at(-1) : undefined;
  return { editions: shown, nextCursor: last ? toCursor([String(last.number)]) : null };
}

/** One complete edition with its record and city. */
export type OwnedEdition = PublicEdition & {
  recordId: string;
  slug: string;
  citySlug: string;
};

/**
 * Lists all editions of all records that are not withheld, by record and number, at most `limit` after the given one.
 */
export async function listAllEditions(
  after: { recordId: string; number: number } | null,
  limit: number,
): Promise<OwnedEdition[]> {
  const editions = await database().edition.findMany({
    where: {
      ...notWithheld,
      ...(after && {
        recordId: { gte: after.recordId },
        OR: [{ recordId: { gt: after.recordId } }, { number: { gt: after.number } }],
      }),
    },
    orderBy: [{ recordId: "asc" }, { number: "asc" }],
    take: limit,
    select: {
      ...editionFacts,
      content: true,
      recordId: true,
      slug: true,
      city: { select: { slug: true } },
    },
  });
  return editions.map(({ city, content, ...edition }) => ({
    ...edition,
    citySlug: city.slug,
    effectiveOn: toDay(edition.effectiveOn),
    content: readEditionContent(content),
  }));
}
