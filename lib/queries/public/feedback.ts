import "server-only";
import * as z from "zod";
import { database } from "@/lib/db/client";
import type { FieldError } from "@/lib/domain/values/field-error";

/** Returns a refused feedback form, to show it again; only its sender knows the id. */
export async function findFeedbackAttempt(
  id: string,
): Promise<{ typed: Record<string, string>; errors: Record<string, FieldError[]> } | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const attempt = await database().feedbackAttempt.findUnique({
    where: { id },
    select: { typed: true, errors: true },
  });
  // Only keepFeedback writes both (lib/commands/feedback/keep-feedback.ts).
  return attempt as Awaited<ReturnType<typeof findFeedbackAttempt>>;
}
