import "server-only";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { ChangeFacts } from "@/lib/domain/progress/change-words";
import { type EditionContent, readEditionContent } from "@/lib/domain/record/edition";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import type { Day } from "@/lib/domain/values/day";
import { isSlug } from "@/lib/domain/values/slug";
import { findWithholding, type Withheld, whereEffectiveOn } from "@/lib/queries/public/as-of";
import {
  type Change,
  differenceOf,
  listChanges,
  shownEditions,
} from "@/lib/queries/public/changes";
import { type PublicFile, publicFiles, toPublicFiles } from "@/lib/queries/public/files";

/** A record on one day and on a later one; null when nothing of it was public. */
export type RecordStates = {
  before: EditionContent | null;
  after: EditionContent | null;
  /** The files that either state refers to. */
  files: PublicFile[];
};

/** The change log of a project, and its differences between two days when `since` is given. */
export type ProjectLog = {
  cityName: string;
  /** Its title on the later day; empty when nothing was public yet. */
  title: string;
  withheld: Withheld | null;
  editions: Change[];
  sides: RecordStates | null;
};

/** Returns the change log of the project with this slug up to a day; null when no edition of it was ever published. */
export async function findProjectLog(
  citySlug: string,
  slug: string,
  { since, asOf }: { since: Day | null; asOf: Day | null },
): Promise<ProjectLog | null> {
  if (!isSlug(citySlug) || !isSlug(slug)) return null;
  const known = await database().editionPeriod.findFirst({
    where: { kind: "project", slug, city: { slug: citySlug } },
    select: { recordId: true, city: { select: { name: true } } },
  });
  if (!known) return null;
  const { recordId, city } = known;
  const [withheld, page, before, after] = await Promise.all([
    findWithholding(recordId),
    listChanges({ asOf, limit: shownEditions, recordId }),
    since === null ? null : findEffective(recordId, since),
    since === null ? null : findEffective(recordId, asOf),
  ]);
  const editions = page?.changes ?? [];
  return {
    cityName: city.name,
    title: editions[0]?.title ?? "",
    withheld,
    editions,
    sides:
      since === null
        ? null
        : {
            before: before && readEditionContent(before.content),
            after: after && readEditionContent(after.content),
            files: toPublicFiles([...(before?.files ?? []), ...(after?.files ?? [])]),
          },
  };
}

async function findEffective(recordId: string, asOf: Day | null) {
  const period = await database().editionPeriod.findFirst({
    where: { recordId, AND: [whereEffectiveOn(asOf)] },
    select: { edition: { select: { content: true, files: publicFiles } } },
  });
  return period?.edition ?? null;
}

/** A record of a city whose public content differs between two days. */
type DifferentRecord = ChangeFacts & {
  id: string;
  kind: RecordKind;
  slug: string;
  title: string;
};

/** The differences in a city between two days, and how many records are unchanged. */
export type CityDifference = {
  records: DifferentRecord[];
  /** The number of further different records that are not in `records`. */
  more: number;
  counts: { fresh: number; changed: number; same: number };
};

/** The maximum number of a city's records that are compared completely. */
const maxCompared = 60;

/**
 * Returns the differences between two days in a city: its plan and its projects, by the editions that hold on each. The
 * first ones by title are compared completely; for all it is known whether they differ. Published content stays public,
 * closed or not, and withheld records are on neither side, so nothing is ever removed.
 */
export async function findCityDifference(
  citySlug: string,
  since: Day,
  asOf: Day | null,
): Promise<CityDifference> {
  const [then, now] = await Promise.all([
    listEffective(citySlug, since),
    listEffective(citySlug, asOf),
  ]);
  const former = new Map(then.map((period) => [period.recordId, period]));
  const differing = now.filter(
    (period) => former.get(period.recordId)?.edition.hash !== period.edition.hash,
  );
  const compared = differing.slice(0, maxCompared);
  const contents = await contentsOf(
    compared.flatMap((period) => [
      period.editionId,
      former.get(period.recordId)?.editionId ?? period.editionId,
    ]),
  );
  const changed = differing.filter((period) => former.has(period.recordId)).length;
  return {
    records: compared.map((period) => compare(period, former.get(period.recordId), contents)),
    more: differing.length - compared.length,
    counts: {
      fresh: differing.length - changed,
      changed,
      same: now.length - differing.length,
    },
  };
}

const effectiveSelect = {
  recordId: true,
  editionId: true,
  kind: true,
  slug: true,
  title: true,
  edition: { select: { hash: true, publishedAt: true, origin: true } },
} as const satisfies Prisma.EditionPeriodSelect;

type EffectiveEdition = Prisma.EditionPeriodGetPayload<{ select: typeof effectiveSelect }>;

function listEffective(citySlug: string, asOf: Day | null): Promise<EffectiveEdition[]> {
  return database().editionPeriod.findMany({
    where: { city: { slug: citySlug }, AND: [whereEffectiveOn(asOf)] },
    orderBy: [{ kind: "asc" }, { title: "asc" }, { recordId: "asc" }],
    select: effectiveSelect,
  });
}

async function contentsOf(ids: string[]): Promise<Map<string, EditionContent>> {
  const editions = await database().edition.findMany({
    where: { id: { in: ids } },
    select: { id: true, content: true },
  });
  return new Map(editions.map(({ id, content }) => [id, readEditionContent(content)]));
}

function compare(
  { recordId, editionId, kind, slug, title, edition }: EffectiveEdition,
  former: EffectiveEdition | undefined,
  contents: Map<string, EditionContent>,
): DifferentRecord {
  const now = contents.get(editionId);
  if (!now) throw new Error(`Edition ${editionId} has no content`);
  return {
    ...differenceOf((former && contents.get(former.editionId)) ?? null, now, edition.origin),
    id: recordId,
    kind,
    slug,
    title,
    publishedAt: edition.publishedAt,
    correction: null,
  };
}
