import { keepFeedback } from "@/lib/commands/feedback/keep-feedback";
import { sendFeedback } from "@/lib/commands/feedback/send-feedback";
import type { Refusal, WrongState } from "@/lib/domain/result/result";
import type { ErrorKey, FieldError } from "@/lib/domain/values/field-error";
import { checkSignature } from "@/lib/site/form-signature";
import { isOfThisSite } from "@/lib/web/own-request";
import { readTypedForm } from "@/lib/web/typed-form";

const visitor = { kind: "visitor" } as const;

/**
 * Takes the form of /{locale}/feedback, which is posted without script, and redirects to its page: with what happens
 * next, or with the typed form and its errors. The sender counts as a visitor, signed in or not.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isOfThisSite(request))
    return respond(403, "This form can only be sent from a page of this site.");
  const form = await readTypedForm(request);
  if (!form)
    return respond(
      400,
      "This form is not from this site, is too long, or contains a character that cannot be saved.",
    );
  const { signature = "", website = "", ...typed } = form;
  const clientAddress = request.headers.get("x-client-address") ?? "unknown";
  const judged =
    website === ""
      ? checkSignature(signature, typed["about"] ?? "", new Date())
      : ({ refused: "robot" } as const);
  if ("refused" in judged)
    return askAgain(typed, { form: [{ key: judged.refused }] }, clientAddress);

  const sent = await sendFeedback(visitor, { ...typed, id: judged.id, clientAddress });
  if (!sent.ok) return askAgain(typed, errorsOf(sent.refusal), clientAddress);
  const { kind, cityId } = sent.value;
  const who = kind === "translation" ? "administrator" : cityId ? "city" : "secretariat";
  return lead(typed, { about: typed["about"] ?? "/", sent: who });
}

async function askAgain(
  typed: Record<string, string>,
  errors: Record<string, FieldError[]>,
  clientAddress: string,
) {
  const kept = await keepFeedback(visitor, { typed, errors, clientAddress });
  if (kept.ok) return lead(typed, { again: kept.value.id }, "#refused");
  return respond(
    429,
    "Too many messages were sent from your network. Go back, and send it again in an hour.",
  );
}

/** The error key for each refusal. */
const keys: Partial<Record<WrongState, ErrorKey>> = {
  form_used: "used",
  all_too_often: "too_many",
};

function errorsOf(refusal: Refusal): Record<string, FieldError[]> {
  if (refusal.code === "invalid") return refusal.fields;
  const reason = refusal.code === "wrong_state" ? refusal.reason : "sent_too_often";
  return { form: [{ key: keys[reason] ?? "too_often" }] };
}

function lead({ locale = "en" }: Record<string, string>, query: Record<string, string>, at = "") {
  const language = /^[a-z]{2,3}$/u.test(locale) ? locale : "en";
  const location = `/${language}/feedback?${new URLSearchParams(query)}${at}`;
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}

/** Returns a plain-text answer for programs, and for readers whose network sent too much. */
function respond(status: number, text: string) {
  const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
  return new Response(text, {
    status,
    headers: status === 429 ? { ...headers, "retry-after": "3600" } : headers,
  });
}
