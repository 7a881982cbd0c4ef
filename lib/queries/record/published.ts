import "server-only";
import { validate as isUuid } from "uuid";
import { database } from "@/lib/db/client";
import { holds, type SignedIn } from "@/lib/domain/people/actor";
import { correctableTexts } from "@/lib/domain/record/correction";
import { readEditionContent } from "@/lib/domain/record/edition";
import { periodOf, planSlug } from "@/lib/domain/record/plan";
import { openStates } from "@/lib/domain/review/submission";

/**
 * Returns what is public of a record, for the secretariat to correct or to withhold: its newest edition's texts, and
 * the reason of a withholding. Null for everybody else, and when nothing of it was published.
 */
export async function findPublished(reader: SignedIn, recordId: string) {
  if (!holds(reader, "reviewer") || !isUuid(recordId)) return null;
  const record = await database().record.findUnique({
    where: { id: recordId },
    select: {
      id: true,
      kind: true,
      city: { select: { slug: true, name: true, timeZone: true } },
      plan: { select: { startYear: true, endYear: true } },
      project: { select: { slug: true } },
      editions: {
        orderBy: { number: "desc" },
        take: 1,
        select: { number: true, content: true },
      },
      submissions: { where: { state: { in: [...openStates] } }, take: 1, select: { id: true } },
      withholdings: {
        where: { endedAt: null },
        select: { reason: true, notice: true, at: true, by: { select: { name: true } } },
      },
    },
  });
  const edition = record?.editions[0];
  const slug = record?.project?.slug ?? (record?.plan && planSlug(record.plan));
  if (!record || !edition || !slug) return null;
  const { kind, city, plan } = record;
  const { fields } = readEditionContent(edition.content);
  return {
    id: record.id,
    kind,
    city,
    slug,
    title: "title" in fields ? fields.title : "",
    period: plan && periodOf(plan),
    number: edition.number,
    isInReview: record.submissions.length > 0,
    withholding: record.withholdings[0] ?? null,
    texts: correctableTexts(kind, fields),
  };
}
