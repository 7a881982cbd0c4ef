import "server-only";
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { requireStep } from "@/lib/commands/shared/take-step";
import { lockSubmission } from "@/lib/db/locks";
import { parseFields } from "@/lib/domain/record/record";
import { refuse } from "@/lib/domain/result/result";
import { isPlaceIn, readSuggestion } from "@/lib/domain/review/suggestion";
import { text } from "@/lib/domain/values/text";

const orNull = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema.nullable());

/**
 * Opens a thread about one field of a submission, or one item of a list: a question, and perhaps a suggested value
 * (`part` names the part of the item it is for). Allowed to those who may ask for clarification, while the submission
 * is open. Refuses `invalid` for a field or item that the submission does not have and for a value that the field
 * cannot hold, and `wrong_state` when it is no longer open.
 */
export const openThread = command({
  permission: "submission.ask",
  input: z.object({
    submissionId: z.uuid(),
    field: z.string(),
    itemId: orNull(z.uuid()),
    text: text(4000).refine((words) => words !== "", "missing"),
    isSuggestion: z.literal("on").optional(),
    part: orNull(z.string()),
    suggestion: z.string().default(""),
  }),
  subject: (tx, input) => lockSubmission(tx, input.submissionId),

  async run({ tx, actor, subject: submission, input, now }) {
    requireStep("ask", submission, actor);
    const { kind } = submission.record;
    const fields = parseFields(kind, submission.content);
    const place = { field: input.field, itemId: input.itemId };
    if (!isPlaceIn(kind, fields, place)) {
      refuse({ code: "invalid", fields: { field: [{ key: "unknown_field" }] } });
    }
    const read = input.isSuggestion
      ? readSuggestion(kind, fields, place, { part: input.part, text: input.suggestion })
      : null;
    if (read && "errors" in read) {
      refuse({ code: "invalid", fields: { suggestion: read.errors } });
    }
    const { recordId, cityId, id: submissionId } = submission;
    const threadId = randomUUID();
    await tx.thread.create({
      data: {
        id: threadId,
        recordId,
        cityId,
        submissionId,
        ...place,
        openedAt: now,
        openedById: actor.personId,
        // `readSuggestion` returns a value of the record's own JSON.
        ...(read && { suggestion: read.suggestion as object }),
        comments: {
          create: {
            id: randomUUID(),
            submissionId,
            text: input.text,
            at: now,
            byId: actor.personId,
          },
        },
      },
    });
    return {
      value: { threadId, submissionId },
      entry: {
        kind: "thread_opened",
        recordId,
        cityId,
        submissionId,
        threadId,
        field: input.field,
        text: input.text,
      },
    };
  },
});
