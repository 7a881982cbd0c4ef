import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import type { Tx } from "@/lib/db/client";
import { takeFeedback } from "@/lib/db/feedback-limit";
import { findHeldGrants, notify } from "@/lib/db/notices";
import { citySlugOf, feedbackForm } from "@/lib/domain/feedback/feedback";
import { peopleOf } from "@/lib/domain/notification/notice-audience";
import type { FeedbackFor } from "@/lib/domain/people/policy";
import { refuse } from "@/lib/domain/result/result";

/**
 * Stores feedback from a public page and notifies those who answer it: staff of the city and the secretariat for a
 * city's page, administrators for a translation, the secretariat for everything else. The same form sent again under
 * one id is stored once. Refuses `wrong_state` when too much came from the network address or from everybody, and when
 * another text was sent under this id.
 */
export const sendFeedback = command({
  permission: "feedback.send",
  input: z.intersection(feedbackForm, z.object({ id: z.uuid(), clientAddress: z.string() })),
  subject: async () => ({}),

  async run({ tx, input: { clientAddress, ...feedback }, now }) {
    if ((await takeFeedback("sent", clientAddress)) > 0)
      refuse({ code: "wrong_state", reason: "sent_too_often" });
    if (await isOfAnother(tx, feedback)) refuse({ code: "wrong_state", reason: "form_used" });
    const city = feedback.kind === "page" ? await findCity(tx, feedback.about) : null;
    const { count } = await tx.feedback.createMany({
      data: {
        ...feedback,
        better: feedback.kind === "translation" ? feedback.better : "",
        email: feedback.email || null,
        cityId: city?.id ?? null,
        at: now,
      },
      skipDuplicates: true,
    });
    const to = { kind: feedback.kind, cityId: city?.id ?? null };
    if (count === 1) {
      if ((await takeFeedback("all", "everybody")) > 0)
        refuse({ code: "wrong_state", reason: "all_too_often" });
      const grants = await findHeldGrants(tx, to);
      const sent = {
        kind: "feedback_sent" as const,
        event: `feedback:${feedback.id}`,
        personIds: peopleOf(audienceOf(to), grants, { chain: null, personId: null }),
        detail: { page: feedback.about, ...(city && { city: city.name }) },
        cityId: to.cityId,
        feedbackId: feedback.id,
      };
      await notify(tx, [sent], now);
    }
    return { value: to, entry: null };
  },
});

/** Returns true when this id already belongs to another text. */
async function isOfAnother(
  tx: Tx,
  { id, text, about }: { id: string; text: string; about: string },
) {
  const sent = await tx.feedback.findUnique({ where: { id }, select: { text: true, about: true } });
  return sent !== null && (sent.text !== text || sent.about !== about);
}

function findCity(tx: Tx, about: string) {
  const slug = citySlugOf(about);
  if (slug === null) return null;
  return tx.city.findUnique({ where: { slug }, select: { id: true, name: true } });
}

/** Returns the people whom "feedback.answer" allows to answer this feedback (lib/domain/people/policy.ts). */
function audienceOf({ kind, cityId }: FeedbackFor) {
  if (kind === "translation") return ["administrators" as const];
  return cityId === null ? ["secretariat" as const] : ["staff" as const, "secretariat" as const];
}
