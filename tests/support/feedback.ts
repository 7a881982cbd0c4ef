import { sendFeedback } from "@/lib/commands/feedback/send-feedback";
import { must } from "@/tests/support/factories";

/** Returns the form of feedback about a page of Phuket, each time from another network. */
export function aFeedbackForm(changes: Record<string, string> = {}) {
  return {
    id: crypto.randomUUID(),
    clientAddress: crypto.randomUUID(),
    kind: "page",
    about: "/cities/phuket",
    locale: "en",
    text: "The year is wrong.",
    email: "reader@tests.example",
    ...changes,
  };
}

/** Adds feedback of a visitor and returns its id. */
export async function aFeedback(changes: Record<string, string> = {}): Promise<string> {
  const form = aFeedbackForm(changes);
  must(await sendFeedback({ kind: "visitor" }, form));
  return form.id;
}
