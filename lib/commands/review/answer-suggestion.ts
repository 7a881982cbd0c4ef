import "server-only";
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { changeDraft, readEdits } from "@/lib/commands/shared/draft-changes";
import type { Tx } from "@/lib/db/client";
import { lockThread } from "@/lib/db/lock-thread";
import type { LockedRecord } from "@/lib/db/locks";
import type { SignedIn } from "@/lib/domain/people/actor";
import { parseFields } from "@/lib/domain/record/record";
import { refuse } from "@/lib/domain/result/result";
import { editOfSuggestion, type Suggestion } from "@/lib/domain/review/suggestion";

type Locked = NonNullable<Awaited<ReturnType<typeof lockThread>>>;

/**
 * Accepts a suggested value into the draft, as if the city had typed it, or declines it. Refuses `wrong_state` when
 * there is no suggestion, when it was answered already, and when the draft no longer has the value that the suggestion
 * was made for: then the city changes the field itself.
 */
export const answerSuggestion = command({
  permission: "draft.edit",
  input: z.object({ threadId: z.uuid(), answer: z.enum(["accepted", "declined"]) }),
  subject: (tx, input) => lockThread(tx, input.threadId),

  async run({ tx, actor, subject, input, now }) {
    const { thread } = subject;
    if (thread.suggestion === null) refuse({ code: "wrong_state", reason: "nothing_suggested" });
    if (thread.answer !== null) refuse({ code: "wrong_state", reason: "already_answered" });
    if (input.answer === "accepted") await takeOver(tx, subject, actor, now);
    await tx.thread.update({
      where: { id: thread.id },
      data: { answer: input.answer, answeredAt: now, answeredById: actor.personId },
    });
    const { recordId, cityId, submissionId, field, id: threadId } = thread;
    return {
      value: { threadId, recordId },
      entry: {
        kind: input.answer === "accepted" ? "suggestion_accepted" : "suggestion_declined",
        recordId,
        cityId,
        submissionId,
        threadId,
        field,
      },
    };
  },
});

async function takeOver(tx: Tx, { thread, submission }: Locked, actor: SignedIn, now: Date) {
  const record: LockedRecord = submission.record;
  const draft = parseFields(record.kind, record.draft.content);
  // Only openThread writes this column, with what readSuggestion returns.
  const edit = editOfSuggestion(draft, thread, thread.suggestion as Suggestion);
  if (!edit) refuse({ code: "wrong_state", reason: "draft_says_otherwise" });
  const edits = await readEdits(tx, actor, record, [
    edit as Parameters<typeof readEdits>[3][number],
  ]);
  const { conflicts } = await changeDraft(tx, record, edits, {
    id: randomUUID(),
    byId: actor.personId,
    at: now,
  });
  if (conflicts.length > 0) refuse({ code: "wrong_state", reason: "draft_says_otherwise" });
}
