import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";

/** Removes one of one's own saved views. */
export const removeView = command({
  permission: "view.keep",
  input: z.object({ viewId: z.uuid() }),
  subject: (tx, { viewId: id }) =>
    tx.savedView.findUnique({ where: { id }, select: { id: true, personId: true } }),

  async run({ tx, subject: { id } }) {
    await tx.savedView.delete({ where: { id } });
    return { value: null, entry: null };
  },
});
