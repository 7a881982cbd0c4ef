import "server-only";
import * as z from "zod";
import { database } from "@/lib/db/client";
import { feedbackStates } from "@/lib/domain/feedback/feedback";
import type { SignedIn } from "@/lib/domain/people/actor";
import { visibleFeedback } from "@/lib/queries/shared/visible";

const pageSize = 30;

/** The state of the feedback list as in its address: a filter and a cursor. Invalid parts are ignored. */
export const feedbackListState = z.object({
  state: z
    .enum([...feedbackStates, "all"])
    .default("new")
    .catch("new"),
  after: z.uuid().optional().catch(undefined),
});

export type FeedbackListState = z.output<typeof feedbackListState>;

/** Returns one page of the feedback that this reader may see, newest first. */
export async function listFeedback(reader: SignedIn, { state, after }: FeedbackListState) {
  const rows = await database().feedback.findMany({
    where: { AND: [visibleFeedback(reader), state === "all" ? {} : { state }] },
    orderBy: [{ at: "desc" }, { id: "asc" }],
    ...(after && { cursor: { id: after }, skip: 1 }),
    take: pageSize + 1,
    select: {
      id: true,
      kind: true,
      about: true,
      locale: true,
      text: true,
      at: true,
      state: true,
      city: { select: { name: true } },
    },
  });
  const page = rows.slice(0, pageSize);
  return { feedback: page, after: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null };
}

/** Returns one feedback with everything done about it. Null when this reader may not see it. */
export function findFeedback(reader: SignedIn, feedbackId: string) {
  if (!z.uuid().safeParse(feedbackId).success) return null;
  return database().feedback.findFirst({
    where: { AND: [visibleFeedback(reader), { id: feedbackId }] },
    select: {
      id: true,
      kind: true,
      about: true,
      locale: true,
      text: true,
      better: true,
      email: true,
      at: true,
      state: true,
      cityId: true,
      city: { select: { name: true } },
      steps: {
        orderBy: [{ at: "asc" }, { id: "asc" }],
        select: {
          id: true,
          kind: true,
          text: true,
          at: true,
          by: { select: { name: true } },
          mail: { select: { state: true } },
        },
      },
    },
  });
}
