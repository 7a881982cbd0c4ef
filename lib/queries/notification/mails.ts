import "server-only";
import * as z from "zod";
import { database } from "@/lib/db/client";
import { hasRecipient } from "@/lib/db/mails";
import { holds, type SignedIn } from "@/lib/domain/people/actor";

const pageSize = 50;

/** The cursor of the mail list, as in its address: the id of the last mail. */
export const mailsState = z.object({ after: z.uuid().optional().catch(undefined) });

/**
 * Returns one page of unsent mails, failed ones first, then by waiting time, without their content. Null for anybody
 * but an administrator.
 */
export async function listMails(reader: SignedIn, { after }: z.output<typeof mailsState>) {
  if (!holds(reader, "administrator")) return null;
  const rows = await database().mail.findMany({
    where: { AND: [{ state: { not: "sent" } }, hasRecipient] },
    orderBy: [{ state: "desc" }, { queuedAt: "asc" }, { id: "asc" }],
    ...(after && { cursor: { id: after }, skip: 1 }),
    take: pageSize + 1,
    select: {
      id: true,
      subject: true,
      state: true,
      attempts: true,
      lastError: true,
      queuedAt: true,
      person: { select: { id: true, name: true } },
      answer: { select: { feedbackId: true } },
    },
  });
  const page = rows.slice(0, pageSize);
  return { mails: page, after: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null };
}

/** Counts the mails that the mail server has refused so far. Null for anybody but an administrator. */
export function countFailedMails(reader: SignedIn): Promise<number | null> {
  if (!holds(reader, "administrator")) return Promise.resolve(null);
  return database().mail.count({ where: { AND: [{ state: "failed" }, hasRecipient] } });
}
