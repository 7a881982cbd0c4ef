import "server-only";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { SignedIn } from "@/lib/domain/people/actor";
import { parseFields, type RecordFields } from "@/lib/domain/record/record";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { isOpen, type SubmissionState } from "@/lib/domain/review/submission";
import { agedEditions, toAged } from "@/lib/queries/record/records";

const editionColumns = {
  number: true,
  publishedAt: true,
  effectiveOn: true,
  content: true,
} as const satisfies Prisma.EditionSelect;

type EditionRow = Prisma.EditionGetPayload<{ select: typeof editionColumns }>;

/** When a submission stopped being compared with what is public now. */
type Closed = {
  state: SubmissionState;
  edition: { number: number } | null;
  decisions: { kind: string; decidedAt: Date }[];
};

/** The number of earlier questions among which the reader's own is searched. */
const questionsBefore = 3;

/**
 * The columns with which a submission is compared: its record's newest editions, and what was submitted before a
 * question.
 */
export const beforeColumns = {
  editions: { orderBy: { number: "desc" }, take: agedEditions + 1, select: editionColumns },
  submissions: {
    where: { state: "clarification_asked" },
    orderBy: { submittedAt: "desc" },
    take: questionsBefore,
    select: {
      submittedAt: true,
      content: true,
      decisions: { where: { kind: "clarification_asked" }, select: { decidedById: true } },
    },
  },
} as const satisfies Prisma.RecordSelect;

/**
 * Returns what a submission is compared with: the editions before it, newest first, and the record before a question,
 * the reader's own last question if any; null without a question.
 */
export async function readBefore(
  reader: SignedIn,
  record: {
    id: string;
    kind: RecordKind;
    editions: EditionRow[];
    submissions: { submittedAt: Date; content: unknown; decisions: { decidedById: string }[] }[];
  },
  submission: Closed & { submittedAt: Date },
) {
  return {
    editions: await listEditionsBefore(record, submission),
    beforeQuestion: questionBefore(reader, record, submission.submittedAt),
  };
}

/**
 * Returns the record as it was when this reader asked for clarification last, or else when anybody did; null without a
 * question.
 */
function questionBefore(
  reader: SignedIn,
  record: {
    kind: RecordKind;
    submissions: { submittedAt: Date; content: unknown; decisions: { decidedById: string }[] }[];
  },
  sentAt: Date,
): RecordFields | null {
  const earlier = record.submissions.filter(({ submittedAt }) => submittedAt < sentAt);
  const own = earlier.find(({ decisions }) =>
    decisions.some(({ decidedById }) => decidedById === reader.personId),
  );
  const asked = own ?? earlier[0];
  return asked ? parseFields(record.kind, asked.content) : null;
}

/**
 * Lists the editions a submission is compared with, newest first: those before its own, or those that were public while
 * it was open.
 */
async function listEditionsBefore(
  record: { id: string; editions: EditionRow[] },
  submission: Closed,
) {
  const closedAt = isOpen(submission) ? undefined : submission.decisions.at(-1)?.decidedAt;
  const isBefore = ({ number, publishedAt }: EditionRow) =>
    submission.edition
      ? number < submission.edition.number
      : closedAt === undefined || publishedAt <= closedAt;
  // The newest editions came with the submission; for one decided long ago they may all be later.
  const isEnough = record.editions.length <= agedEditions || record.editions.some(isBefore);
  const editions = isEnough
    ? record.editions
    : await database().edition.findMany({
        where: { recordId: record.id },
        orderBy: { number: "desc" },
        select: editionColumns,
      });
  return editions
    .filter(isBefore)
    .slice(0, agedEditions)
    .map((edition) => ({ ...toAged(edition), number: edition.number }));
}
