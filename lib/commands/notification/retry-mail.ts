import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { addJob } from "@/lib/db/jobs";
import { refuse } from "@/lib/domain/result/result";

/** Sends an unsent mail now instead of at its next attempt. Refuses `wrong_state` when it was sent meanwhile. */
export const retryMail = command({
  permission: "mail.manage",
  input: z.object({ mailId: z.uuid() }),
  subject: async (tx, { mailId }) => {
    const mail = await tx.mail.findUnique({ where: { id: mailId }, select: { state: true } });
    return mail && { mailId, state: mail.state };
  },

  async run({ tx, subject: { mailId, state } }) {
    if (state === "sent") refuse({ code: "wrong_state", reason: "already_sent" });
    await addJob(tx, "send_mail", { mailId }, { key: `mail:${mailId}` });
    return { value: { mailId }, entry: null };
  },
});
