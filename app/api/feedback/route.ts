import { createHash } from "node:crypto";
import { keepFeedback } from "@/lib/commands/keep-feedback";
import { sendFeedback } from "@/lib/commands/send-feedback";
import type { FieldError, Refusal } from "@/lib/domain/result";
import { isOfThisSite } from "@/lib/web/command-route";
import { judgeSeal } from "@/lib/web/form-seal";
import { readTypedForm } from "@/lib/web/typed-form";

const visitor = { kind: "visitor" } as const;

/**
 * Takes the form of /{locale}/feedback, which is posted without script, and leads back to its page: to what happens
 * next, or to the form as it was typed with what is wrong. Whoever sends it is nobody in particular, signed in or not.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isOfThisSite(request)) return tell(403, "Send this from a page of ours.");
  const form = await readTypedForm(request);
  if (!form)
    return tell(
      400,
      "This is not the form of a page of ours, or it is too long, or it holds a character that cannot be kept.",
    );
  const { seal = "", website = "", ...typed } = form;
  const clientAddress = request.headers.get("x-client-address") ?? "unknown";
  const refused = website === "" ? judgeSeal(seal, new Date()) : "robot";
  if (refused !== "good") return askAgain(typed, { form: [{ key: refused }] }, clientAddress);

  const sent = await sendFeedback(visitor, { ...typed, id: idOf(form), clientAddress });
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
  return tell(
    429,
    "Too many messages came from your network. Go back, and send it again in an hour.",
  );
}

function errorsOf(refusal: Refusal): Record<string, FieldError[]> {
  if (refusal.code === "invalid") return refusal.fields;
  return { form: [{ key: "too_often" }] };
}

function lead({ locale = "en" }: Record<string, string>, query: Record<string, string>, at = "") {
  const language = /^[a-z]{2,3}$/u.test(locale) ? locale : "en";
  const location = `/${language}/feedback?${new URLSearchParams(query)}${at}`;
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}

/** What only programs are told, and whoever shares a network with many of them. */
function tell(status: number, text: string) {
  const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
  return new Response(text, {
    status,
    headers: status === 429 ? { ...headers, "retry-after": "3600" } : headers,
  });
}

/** The same form sent twice has the same id, so that it is taken once. */
function idOf(form: Record<string, string>) {
  const hex = createHash("sha256")
    .update(JSON.stringify(Object.entries(form).sort()))
    .digest("hex");
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/u, "$1-$2-8$3-8$4-$5");
}
