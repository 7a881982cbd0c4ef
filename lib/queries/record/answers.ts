import "server-only";
import { database } from "@/lib/db/client";
import type { SignedIn } from "@/lib/domain/people/actor";
import { type Answers, answersIn, namesOf } from "@/lib/domain/record/answers";
import { readEditionContent } from "@/lib/domain/record/edition";
import { parseFields } from "@/lib/domain/record/record";
import type { Names } from "@/lib/domain/values/names";
import { visibleRecords } from "@/lib/queries/shared/visible";

/**
 * Lists what may answer the targets of a plan: the indicators and milestones of its city's projects, as their drafts
 * have them. Empty for a reader who may not read those drafts.
 */
export async function listAnswers(reader: SignedIn, planId: string): Promise<Answers> {
  const records = await database().record.findMany({
    where: { AND: [{ kind: "project", project: { planId } }, visibleRecords(reader)] },
    select: { draft: { select: { content: true } } },
    orderBy: { project: { slug: "asc" } },
  });
  return answersIn(
    records.flatMap(({ draft }) => (draft ? parseFields("project", draft.content) : [])),
  );
}

/**
 * Returns what these indicators and milestones of a plan's projects are called: in the drafts that this reader may read,
 * and else as they are published; without those that are in neither.
 */
export async function namesOfAnswers(
  reader: SignedIn,
  planId: string,
  ids: string[],
): Promise<Names> {
  if (ids.length === 0) return {};
  const own = namesOf(await listAnswers(reader, planId), ids);
  if (ids.every((id) => id in own)) return own;
  const periods = await database().editionPeriod.findMany({
    where: {
      kind: "project",
      untilDay: null,
      isWithheld: false,
      record: { project: { planId } },
    },
    select: { edition: { select: { content: true } } },
  });
  const projects = periods.flatMap(({ edition }) => {
    const content = readEditionContent(edition.content);
    return content.kind === "project" ? content.fields : [];
  });
  return { ...namesOf(answersIn(projects), ids), ...own };
}
