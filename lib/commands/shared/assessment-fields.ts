import "server-only";
import type { Tx } from "@/lib/db/client";
import { getFrameworkTerms } from "@/lib/db/frameworks";
import type { LockedRecord } from "@/lib/db/locks";
import { refuse } from "@/lib/domain/result/result";
import { type Day, toDay } from "@/lib/domain/values/day";

/** Refuses `invalid` for an outcome that the framework of the record's plan does not have. */
export async function requireOutcome(tx: Tx, record: LockedRecord, outcome: string) {
  const { outcomes } = await getFrameworkTerms(tx, { id: record.frameworkId });
  if (!outcomes.some(({ slug }) => slug === outcome))
    refuse({ code: "invalid", fields: { outcome: [{ key: "unknown_choice" }] } });
}

/** Refuses `invalid` for a day to come: nothing is known before its day. */
export function requirePastDay(knownOn: Day, now: Date) {
  if (knownOn > toDay(now))
    refuse({ code: "invalid", fields: { knownOn: [{ key: "day_to_come" }] } });
}

/** Refuses `wrong_state` when something is assessed to serve this outcome already, and nothing has ended that. */
export async function requireNotAssessed(
  tx: Tx,
  assessed: { recordId: string; entryId: string | null; outcome: string },
  exceptId?: string,
) {
  const { recordId, entryId, outcome } = assessed;
  const open = await tx.assessment.findFirst({
    where: {
      recordId,
      entryId,
      outcome,
      step: null,
      ...(exceptId !== undefined && { id: { not: exceptId } }),
    },
    select: { id: true },
  });
  if (open) refuse({ code: "wrong_state", reason: "already_assessed" });
}
