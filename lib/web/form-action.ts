import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { FormState } from "@/lib/domain/result/form-state";
import type { Result } from "@/lib/domain/result/result";
import { findLinkHolder } from "@/lib/queries/sign-in/password-links";
import { currentActor } from "@/lib/web/session";

type Perform<T> = (actor: Actor, raw: unknown) => Promise<Result<T>>;
/** Runs after a success and the commit: mail, cache, a redirect. Its return value goes to the form. */
type Done<T, V> = (value: T) => Promise<V> | V;

/** Turns a command into a server action: cookie to actor, FormData to input, Result to FormState. */
export function formAction<T, V = T>(perform: Perform<T>, done?: Done<T, V>) {
  return async function submit(_before: FormState<V>, form: FormData): Promise<FormState<V>> {
    return answer(await perform(await currentActor(), inputOf(form)), form, done);
  };
}

/** The same for the one command that a one-time link opens: the actor comes from the form's `token`. */
export function linkFormAction<T, V = T>(perform: Perform<T>, done?: Done<T, V>) {
  return async function submit(_before: FormState<V>, form: FormData): Promise<FormState<V>> {
    const holder = await findLinkHolder(String(form.get("token") ?? ""), new Date());
    const result: Result<T> = holder
      ? await perform(holder, { ...inputOf(form), personId: holder.personId })
      : { ok: false, refusal: { code: "wrong_state", reason: "link_spent" } };
    return answer(result, form, done);
  };
}

async function answer<T, V>(
  result: Result<T>,
  form: FormData,
  done: Done<T, V> | undefined,
): Promise<FormState<V>> {
  if (!result.ok) return { refusal: result.refusal, typed: typedText(form), value: null };
  // Without `done` the form gets the command's own value: then V is T.
  const value = done ? await done(result.value) : (result.value as unknown as V);
  return { refusal: null, typed: {}, value };
}

/** An action is a public address: a caller may send anything in place of a form. */
function inputOf(form: unknown): Record<string, unknown> {
  return form instanceof FormData ? Object.fromEntries(form) : {};
}

/** Returns the typed text, to fill the form again; a password is never sent back. */
function typedText(form: unknown) {
  if (!(form instanceof FormData)) return {};
  return Object.fromEntries(
    [...form].filter(
      (pair): pair is [string, string] =>
        typeof pair[1] === "string" && !["password", "current", "token"].includes(pair[0]),
    ),
  );
}
