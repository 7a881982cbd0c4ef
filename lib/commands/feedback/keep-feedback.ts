import "server-only";
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { takeFeedback } from "@/lib/db/feedback-limit";
import { refuse } from "@/lib/domain/result/result";

/**
 * Stores a refused feedback form for one hour, as it was typed and with its errors, so that the form can be shown again
 * by its id. Refuses `wrong_state` when too many came from the network address.
 */
export const keepFeedback = command({
  permission: "feedback.send",
  input: z.object({
    typed: z.record(z.string(), z.string()),
    errors: z.record(
      z.string(),
      z.array(z.object({ key: z.string(), limit: z.number().optional() })),
    ),
    clientAddress: z.string(),
  }),
  subject: async () => ({}),

  async run({ tx, input: { typed, errors, clientAddress }, now }) {
    if ((await takeFeedback("refused", clientAddress)) > 0)
      refuse({ code: "wrong_state", reason: "sent_too_often" });
    const id = randomUUID();
    await tx.feedbackAttempt.create({ data: { id, typed, errors, at: now } });
    return { value: { id }, entry: null };
  },
});
