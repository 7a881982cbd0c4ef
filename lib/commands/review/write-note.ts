import "server-only";
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { lockSubmission } from "@/lib/db/locks";
import { text } from "@/lib/domain/values/text";

/**
 * Writes a note of the secretariat about a submission. The timeline has no entry for it, because the city reads the
 * timeline; the note itself can never be changed.
 */
export const writeNote = command({
  permission: "note.write",
  input: z.object({
    submissionId: z.uuid(),
    text: text(4000).refine((words) => words !== "", "missing"),
  }),
  subject: (tx, input) => lockSubmission(tx, input.submissionId),

  async run({ tx, actor, input, now }) {
    const { submissionId } = input;
    await tx.internalNote.create({
      data: { id: randomUUID(), submissionId, text: input.text, at: now, byId: actor.personId },
    });
    return { value: { submissionId }, entry: null };
  },
});
