import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { officeLocales } from "@/lib/domain/language/locale";
import { everyKind, noticeKinds } from "@/lib/domain/notification/notice";
import { isTimeZone } from "@/lib/domain/people/time-zone";

/**
 * Stores a person's notification settings: which notices come by mail, in which language, and in which time zone; no
 * zone means their city's.
 */
export const chooseNotices = command({
  permission: "notice.choose",
  // Each kind also has a checkbox: `mail_published` is "on" or missing.
  input: z.looseObject({
    personId: z.uuid(),
    locale: z.enum(officeLocales),
    timeZone: z
      .string()
      .refine((zone) => zone === "" || isTimeZone(zone), "unknown_choice")
      .transform((zone) => zone || null),
  }),
  subject: async (_tx, { personId }) => ({ personId }),

  async run({ tx, input }) {
    const { personId, locale, timeZone } = input;
    await tx.person.update({ where: { id: personId }, data: { locale, timeZone } });
    await tx.noticeChoice.deleteMany({ where: { personId } });
    const unwanted = noticeKinds.filter((kind) => input[`mail_${kind}`] !== "on");
    const kinds = unwanted.length === noticeKinds.length ? [everyKind] : unwanted;
    await tx.noticeChoice.createMany({
      data: kinds.map((kind) => ({ personId, kind, byMail: false })),
    });
    return { value: null, entry: null };
  },
});
