import "server-only";
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { announce } from "@/lib/db/announce";
import type { Tx } from "@/lib/db/client";
import { lockRecord } from "@/lib/db/locks";
import { notify } from "@/lib/db/notices";
import { parseFields } from "@/lib/domain/record/record";
import { refuse } from "@/lib/domain/result/result";
import { text } from "@/lib/domain/values/text";

/**
 * Adds a comment to the discussion of a draft, which the city's own people read, and notifies the people mentioned.
 * Refuses `invalid` for a mention of a person who is not staff of the city today. The timeline has no entry for it,
 * because administrators read the timeline and the discussion belongs to the city.
 */
export const commentOnDraft = command({
  permission: "draft.comment",
  input: z.object({
    recordId: z.uuid(),
    text: text(4000).refine((words) => words !== "", "missing"),
    /** Ids of the mentioned people, separated by spaces. */
    mentions: z
      .string()
      .default("")
      .transform((ids) => [...new Set(ids.split(" ").filter(Boolean))])
      .pipe(z.array(z.uuid()).max(50, "too_many_items")),
  }),
  subject: (tx, input) => lockRecord(tx, input.recordId),

  async run({ tx, actor, subject: record, input, now }) {
    const notified = await findStaff(tx, record.cityId, input.mentions);
    if (notified.length < input.mentions.length) {
      refuse({ code: "invalid", fields: { mentions: [{ key: "unknown_person" }] } });
    }
    const commentId = randomUUID();
    await tx.draftComment.create({
      data: {
        id: commentId,
        recordId: record.id,
        text: input.text,
        at: now,
        byId: actor.personId,
        mentions: { create: notified.map((person) => ({ personId: person.id })) },
      },
    });
    await announce(tx, { kind: "commented", recordId: record.id });
    const title =
      record.kind === "project" ? parseFields("project", record.draft.content).title : null;
    const mentioned = {
      kind: "mentioned" as const,
      event: commentId,
      personIds: notified.map(({ id }) => id).filter((id) => id !== actor.personId),
      detail: { byName: actor.name, title, city: record.city.name },
      cityId: record.cityId,
      recordId: record.id,
    };
    await notify(tx, [mentioned], now);
    return { value: { commentId }, entry: null };
  },
});

function findStaff(tx: Tx, cityId: string, ids: string[]) {
  return tx.person.findMany({
    where: {
      id: { in: ids },
      deactivatedAt: null,
      grants: { some: { cityId, removedAt: null } },
    },
    select: { id: true },
  });
}
