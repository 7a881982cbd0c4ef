import "server-only";
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { changeDraft } from "@/lib/commands/shared/draft-changes";
import { addEdition } from "@/lib/db/editions";
import { lockPublished } from "@/lib/db/locks";
import { type Correction, correctableTexts, correctionEdits } from "@/lib/domain/record/correction";
import { type Changes, parseChanges } from "@/lib/domain/record/draft";
import { readEditionContent } from "@/lib/domain/record/edition";
import { parseFields, type RecordFields } from "@/lib/domain/record/record";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { refuse } from "@/lib/domain/result/result";
import { toDay } from "@/lib/domain/values/day";
import { isSame } from "@/lib/domain/values/same";
import { line } from "@/lib/domain/values/text";

/**
 * Corrects the spelling of what is published: creates an edition for the same day, with a sentence that says what was
 * corrected. Texts are named as in lib/domain/record/correction.ts; texts that are not sent stay. The draft is
 * corrected too, text by text, where it still has the old one. Refuses `invalid` for a text that its field cannot hold,
 * and `wrong_state` when nothing is public or corrected, when a newer edition was published, and while a submission
 * with the old text is open.
 */
export const correctEdition = command({
  permission: "edition.correct",
  input: z
    .object({
      recordId: z.uuid(),
      /** The number of the edition that was read. */
      number: z.coerce.number().int(),
      correction: line(300).refine((words) => words !== "", "missing"),
    })
    .catchall(z.string()),
  subject: (tx, input) => lockPublished(tx, input.recordId),

  async run({ tx, actor, subject: record, input, now }) {
    const { newest, kind } = record;
    if (!newest) refuse({ code: "wrong_state", reason: "nothing_public" });
    if (newest.number !== input.number) {
      refuse({ code: "wrong_state", reason: "published_meanwhile" });
    }
    if (record.isInReview) refuse({ code: "wrong_state", reason: "correction_in_review" });

    const before = readEditionContent(newest.content).fields;
    const corrections = correctableTexts(kind, before).flatMap((text) => {
      const corrected = input[text.name];
      return typeof corrected === "string" ? [{ ...text, corrected }] : [];
    });
    const { edits, errors } = readEdits(kind, before, corrections);
    if (Object.keys(errors).length > 0) refuse({ code: "invalid", fields: errors });
    const corrected = edits.filter(({ seen, value }) => !isSame(seen, value));
    if (corrected.length === 0) refuse({ code: "wrong_state", reason: "nothing_corrected" });

    const after = Object.fromEntries(corrected.map(({ field, value }) => [field, value]));
    const { number, hash } = await addEdition(tx, {
      record,
      fields: parseFields(kind, { ...before, ...after }),
      effectiveOn: toDay(newest.effectiveOn),
      publishedAt: now,
      submissionId: null,
      origin: newest.origin,
      correction: input.correction,
    });
    const { id: recordId, cityId } = record;
    const draft = readEdits(kind, parseFields(kind, record.draft.content), corrections);
    await changeDraft(tx, record, draft.edits, { id: randomUUID(), byId: actor.personId, at: now });
    return {
      value: { recordId },
      entry: { kind: "corrected", recordId, cityId, number, hash, text: input.correction },
    };
  },
});

function readEdits(kind: RecordKind, fields: RecordFields, corrections: Correction[]) {
  // The values come from stored JSON and from texts.
  return parseChanges(kind, correctionEdits(fields, corrections) as Changes);
}
