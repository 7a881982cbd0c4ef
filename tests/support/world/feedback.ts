import { answerFeedback } from "@/lib/commands/feedback/answer-feedback";
import { removeFeedbackAddress } from "@/lib/commands/feedback/remove-feedback-address";
import { setFeedbackAside } from "@/lib/commands/feedback/set-feedback-aside";
import { must } from "@/tests/support/factories";
import { aFeedback } from "@/tests/support/feedback";
import type { Stage } from "@/tests/support/world/stage";
import { awkward } from "@/tests/support/world/texts";

/** Adds feedback of each kind and in each state. Returns the ids by name. */
export async function sendFeedbacks({ cast }: Stage): Promise<Record<string, string>> {
  const text = `${awkward.markup} ${awkward.longWord}`;
  const made = {
    new: await aFeedback({ text }),
    ofAll: await aFeedback({ text, about: "/", email: "" }),
    accessibility: await aFeedback({ text, kind: "accessibility", about: "/accessibility" }),
    translation: await aFeedback({
      ...{ kind: "translation", locale: "th", text: awkward.markup, better: awkward.rightToLeft },
    }),
    answered: await aFeedback({ text }),
    setAside: await aFeedback({ text }),
    forgotten: await aFeedback({ text }),
  };
  const answer = { feedbackId: made.answered, text: awkward.message };
  must(await answerFeedback(cast.editorOfPhuket, answer));
  const aside = { feedbackId: made.setAside, reason: awkward.markup };
  must(await setFeedbackAside(cast.reviewer, aside));
  must(await removeFeedbackAddress(cast.reviewer, { feedbackId: made.forgotten }));
  return made;
}
