import "server-only";
import { randomUUID } from "node:crypto";
import * as z from "zod";
import {
  requireNotAssessed,
  requireOutcome,
  requirePastDay,
} from "@/lib/commands/shared/assessment-fields";
import { command } from "@/lib/commands/shared/command";
import { announcePublication } from "@/lib/db/announce";
import { lockPublished } from "@/lib/db/locks";
import { assessableOf } from "@/lib/domain/assessment/assessable";
import type { AssessedKind } from "@/lib/domain/assessment/assessment";
import { assessmentFields } from "@/lib/domain/assessment/form";
import { readEditionContent } from "@/lib/domain/record/edition";
import { refuse } from "@/lib/domain/result/result";
import { fromDay } from "@/lib/domain/values/day";

/**
 * Writes an assessment of a published project, one of its indicators, or a target of a published plan; an empty `entryId`
 * stands for the project itself. The public reads it at once, until the city has answered. Refuses `wrong_state` when
 * nothing of the record is public, and when the same is assessed to serve the same outcome already.
 */
export const writeAssessment = command({
  permission: "assessment.write",
  input: z.object({ recordId: z.uuid(), entryId: z.string().default(""), ...assessmentFields }),
  subject: (tx, input) => lockPublished(tx, input.recordId),

  async run({ tx, actor, subject: record, input: { recordId, ...input }, now }) {
    if (!record.newest) refuse({ code: "wrong_state", reason: "nothing_public" });
    const { fields } = readEditionContent(record.newest.content);
    const assessable = assessableOf(fields).find(({ entryId }) => entryId === input.entryId);
    if (!assessable) refuse({ code: "invalid", fields: { entryId: [{ key: "unknown_choice" }] } });
    await requireOutcome(tx, record, input.outcome);
    requirePastDay(input.knownOn, now);
    const kind: AssessedKind = assessable.kind;
    const entryId = input.entryId === "" ? null : input.entryId;
    await requireNotAssessed(tx, { recordId, entryId, outcome: input.outcome });
    const id = randomUUID();
    await tx.assessment.create({
      data: {
        ...input,
        ...{ id, kind, recordId, entryId, at: now, byId: actor.personId },
        knownOn: fromDay(input.knownOn),
      },
    });
    await announcePublication(tx);
    const { cityId } = record;
    return {
      value: { assessmentId: id },
      entry: { kind: "assessment_written", recordId, cityId, outcome: input.outcome },
    };
  },
});
