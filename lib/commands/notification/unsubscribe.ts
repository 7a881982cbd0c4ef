import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { everyKind } from "@/lib/domain/notification/notice";

/**
 * Turns off all mail notices, of future kinds too, for the owner of the link at the end of a mail. The inbox still gets
 * them, and the account page turns them on again.
 */
export const unsubscribe = command({
  permission: "mail.unsubscribe",
  input: z.object({ personId: z.uuid() }),
  subject: (tx, { personId }) =>
    tx.person
      .findUnique({ where: { id: personId }, select: { id: true } })
      .then((person) => person && { personId: person.id }),

  async run({ tx, subject: { personId } }) {
    await tx.noticeChoice.deleteMany({ where: { personId } });
    await tx.noticeChoice.create({ data: { personId, kind: everyKind, byMail: false } });
    return { value: null, entry: null };
  },
});
