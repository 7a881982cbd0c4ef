import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { type FormState, untouched } from "@/lib/domain/form-state";

/** A server action made by `formAction`, as a form is handed it. */
export type Action<T> = (before: FormState<T>, form: FormData) => Promise<FormState<T>>;

/** Why no answer came: no connection, a newer release is running, or the server failed. */
export type Failure = "offline" | "outdated" | "failed";

/**
 * Sends a form to a server action. Where no answer comes it says why instead of throwing: an error page in place of
 * a form would take from people what they typed.
 */
export async function ask<T>(
  action: Action<T>,
  fields: Record<string, string>,
): Promise<{ answer: FormState<T> } | { failure: Failure }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  try {
    return { answer: await action(untouched, form) };
  } catch (error) {
    unstable_rethrow(error);
    return { failure: failureOf(error) };
  }
}

function failureOf(error: unknown): Failure {
  if (unstable_isUnrecognizedActionError(error)) return "outdated";
  // A fetch that finds no server fails with a TypeError in every browser.
  return error instanceof TypeError || !navigator.onLine ? "offline" : "failed";
}
