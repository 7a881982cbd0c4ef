import "server-only";
import * as z from "zod";
import { database } from "@/lib/db/client";
import { getFrameworkTerms } from "@/lib/db/frameworks";
import type { Prisma } from "@/lib/db/generated/client";
import { ownCountryCodes, type SignedIn } from "@/lib/domain/actor";
import { readEditionContent } from "@/lib/domain/edition";
import { planSlug } from "@/lib/domain/plan";
import { parseFields } from "@/lib/domain/record";
import { isOpen, type SubmissionState } from "@/lib/domain/submission";
import { visibleSubmissions } from "@/lib/queries/visible";

/** What a submission waits for. */
const queueParts = ["decision", "clearance", "decided"] as const;
export type QueuePart = (typeof queueParts)[number];

const pageSize = 25;

/** The queue's state, as the address carries it. What cannot be read is left out. */
export const queueState = z.object({
  part: z.enum(queueParts).optional().catch(undefined),
  country: z.string().length(2).optional().catch(undefined),
  city: z.string().max(80).optional().catch(undefined),
  /** Where the page before ended: the instant and the id of its last submission. */
  after: z
    .string()
    .transform((text) => text.split("_"))
    .pipe(z.tuple([z.iso.datetime().transform((iso) => new Date(iso)), z.uuid()]))
    .optional()
    .catch(undefined),
});

export type QueueState = z.output<typeof queueState>;

/**
 * One page of the submissions this reader may see, in one part of the queue: what waits longest first, what is decided
 * latest first; with the number in every part. Without a part in `state` it is the first of the reader's that holds something.
 */
export async function listQueue(reader: SignedIn, state: QueueState) {
  const where = { AND: [visibleSubmissions(reader), placed(state)] };
  const counts = await countParts(where);
  const parts = partsOf(reader);
  const part = state.part ?? parts.find((candidate) => counts[candidate] > 0) ?? parts[0];
  const direction = part === "decided" ? "desc" : "asc";
  const rows = await database().submission.findMany({
    where: { AND: [where, inPart[part], ...(state.after ? [behind(state.after, direction)] : [])] },
    orderBy: [{ submittedAt: direction }, { id: direction }],
    take: pageSize + 1,
    select: {
      id: true,
      state: true,
      changedFields: true,
      submittedAt: true,
      submittedBy: { select: { name: true } },
      city: {
        select: { name: true, timeZone: true, country: { select: { name: true } } },
      },
      record: {
        select: {
          kind: true,
          plan: { select: { startYear: true, endYear: true } },
          editions: { where: { number: 1 }, select: { submissionId: true, publishedAt: true } },
        },
      },
    },
  });
  const page = rows.slice(0, pageSize);
  const titles = await readTitles(page.map((row) => row.id));
  const last = page.at(-1);
  return {
    part,
    parts: parts.map((each) => ({ part: each, count: counts[each] })),
    submissions: page.map(({ record, city, submittedBy, ...row }) => ({
      ...row,
      kind: record.kind,
      title: titles.get(row.id) ?? "",
      period: record.plan && periodOf(record.plan),
      city: city.name,
      timeZone: city.timeZone,
      country: city.country.name,
      submittedBy: submittedBy.name,
      isFirst: isFirstPublication(row, record.editions[0]),
    })),
    after: rows.length > pageSize && last ? `${last.submittedAt.toISOString()}_${last.id}` : null,
  };
}

/** The cities of which this reader sees submissions, to filter by. */
export async function listQueueCities(reader: SignedIn) {
  return database().city.findMany({
    where: { submissions: { some: visibleSubmissions(reader) } },
    orderBy: { name: "asc" },
    select: { slug: true, name: true, country: { select: { code: true, name: true } } },
  });
}

/**
 * A submission with all that is needed to judge it: its fields, those of the edition that was public before it, the
 * terms both are written in, what was decided and said. Null when there is none that this reader may see.
 */
export async function findSubmission(reader: SignedIn, submissionId: string) {
  if (!z.uuid().safeParse(submissionId).success) return null;
  const found = await database().submission.findFirst({
    where: { AND: [{ id: submissionId }, visibleSubmissions(reader)] },
    select: {
      id: true,
      content: true,
      state: true,
      needsClearance: true,
      submittedAt: true,
      submittedById: true,
      submittedBy: { select: { name: true } },
      city: {
        select: {
          id: true,
          slug: true,
          name: true,
          timeZone: true,
          country: { select: { code: true, name: true, submitterMayDecide: true } },
        },
      },
      record: {
        select: {
          id: true,
          kind: true,
          plan: { select: { frameworkId: true, startYear: true, endYear: true } },
          project: { select: { slug: true, plan: { select: { frameworkId: true } } } },
        },
      },
      decisions: {
        orderBy: { decidedAt: "asc" },
        select: {
          id: true,
          kind: true,
          reason: true,
          bySubmitter: true,
          decidedAt: true,
          decidedBy: { select: { name: true } },
        },
      },
      comments: {
        orderBy: { at: "asc" },
        select: { id: true, text: true, at: true, by: { select: { name: true } } },
      },
      edition: { select: { number: true, publishedAt: true } },
    },
  });
  if (!found) return null;
  const { record, content, ...submission } = found;
  const { plan, project, kind } = record;
  const frameworkId = plan?.frameworkId ?? project?.plan.frameworkId;
  const slug = project?.slug ?? (plan && planSlug(plan));
  if (!frameworkId || !slug) throw new Error(`Record ${record.id} is not whole`);
  const [before, framework] = await Promise.all([
    findEditionBefore(record.id, submission),
    getFrameworkTerms(database(), { id: frameworkId }),
  ]);
  return {
    ...submission,
    recordId: record.id,
    kind,
    slug,
    period: plan && periodOf(plan),
    fields: parseFields(kind, content),
    before,
    framework,
  };
}

/** What a city's staff, a representative and the secretariat look for first differs. */
function partsOf(reader: SignedIn): [QueuePart, ...QueuePart[]] {
  return ownCountryCodes(reader).length > 0
    ? ["clearance", "decision", "decided"]
    : ["decision", "clearance", "decided"];
}

const inPart: Record<QueuePart, Prisma.SubmissionWhereInput> = {
  decision: {
    OR: [{ state: "submitted", needsClearance: false }, { state: "cleared" }],
  },
  clearance: { state: "submitted", needsClearance: true },
  decided: { state: { in: ["approved", "clarification_asked", "withdrawn"] } },
};

async function countParts(where: Prisma.SubmissionWhereInput): Promise<Record<QueuePart, number>> {
  const groups = await database().submission.groupBy({
    by: ["state", "needsClearance"],
    where,
    _count: { _all: true },
  });
  const counts = { decision: 0, clearance: 0, decided: 0 };
  for (const { state, needsClearance, _count } of groups) {
    if (!isOpen({ state })) counts.decided += _count._all;
    else if (state === "submitted" && needsClearance) counts.clearance += _count._all;
    else counts.decision += _count._all;
  }
  return counts;
}

function placed({ country, city }: QueueState): Prisma.SubmissionWhereInput {
  return { city: { ...(country && { countryCode: country }), ...(city && { slug: city }) } };
}

function behind(
  [at, id]: NonNullable<QueueState["after"]>,
  direction: "asc" | "desc",
): Prisma.SubmissionWhereInput {
  return direction === "asc"
    ? { OR: [{ submittedAt: { gt: at } }, { submittedAt: at, id: { gt: id } }] }
    : { OR: [{ submittedAt: { lt: at } }, { submittedAt: at, id: { lt: id } }] };
}

/** Of a submission's content a list shows the title alone, and a content may be long. */
async function readTitles(ids: string[]) {
  const rows = await database().$queryRaw<{ id: string; title: string | null }[]>`
    select id, content->>'title' as title from "Submission" where id = any(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row.title]));
}

function isFirstPublication(
  submission: { id: string; state: SubmissionState; submittedAt: Date },
  first: { submissionId: string | null; publishedAt: Date } | undefined,
) {
  if (!first || first.submissionId === submission.id) return true;
  return !isOpen(submission) && first.publishedAt > submission.submittedAt;
}

/** The edition a submission is compared with: the one before its own, or the last that was public while it was open. */
async function findEditionBefore(
  recordId: string,
  submission: {
    state: SubmissionState;
    edition: { number: number } | null;
    decisions: { kind: string; decidedAt: Date }[];
  },
) {
  const closedAt = isOpen(submission) ? undefined : submission.decisions.at(-1)?.decidedAt;
  const edition = await database().edition.findFirst({
    where: {
      recordId,
      ...(submission.edition && { number: { lt: submission.edition.number } }),
      ...(!submission.edition && closedAt && { publishedAt: { lte: closedAt } }),
    },
    orderBy: { number: "desc" },
    select: { number: true, effectiveOn: true, content: true },
  });
  return (
    edition && {
      number: edition.number,
      effectiveOn: edition.effectiveOn,
      fields: readEditionContent(edition.content).fields,
    }
  );
}

function periodOf(plan: { startYear: number; endYear: number }) {
  return `${plan.startYear}–${plan.endYear}`;
}
