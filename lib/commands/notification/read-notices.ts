import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";

/**
 * Marks notices as read: one notice, the mentions in the discussion of one record, or, when neither is named,
 * everything up to now. A notice that was read before keeps its time.
 */
export const readNotices = command({
  permission: "notice.read",
  input: z.object({
    personId: z.uuid(),
    noticeId: z.uuid().optional(),
    recordId: z.uuid().optional(),
  }),
  subject: async (_tx, { personId }) => ({ personId }),

  async run({ tx, input: { personId, noticeId, recordId }, now }) {
    await tx.notice.updateMany({
      where: {
        personId,
        readAt: null,
        at: { lte: now },
        ...(noticeId && { id: noticeId }),
        ...(recordId && { recordId, kind: "mentioned" }),
      },
      data: { readAt: now },
    });
    return { value: null, entry: null };
  },
});
