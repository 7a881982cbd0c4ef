import "server-only";
import * as z from "zod";
import { database } from "@/lib/db/client";
import type { FieldError } from "@/lib/domain/values/field-error";

/** A refused form of feedback, for the page that asks again: whoever sent it knows its id, and nobody else does. */
export async function findFeedbackAttempt(
  id: string,
): Promise<{ typed: Record<string, string>; errors: Record<string, FieldError[]> } | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const attempt = await database().feedbackAttempt.findUnique({
    where: { id },
    select: { typed: true, errors: true },
  });
  // Both were written by keepFeedback alone (lib/commands/feedback/keep-feedback.ts).
  return attempt as Awaited<ReturnType<typeof findFeedbackAttempt>>;
}
