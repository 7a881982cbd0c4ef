import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { type FormState, untouched } from "@/lib/domain/result/form-state";
import type { Result } from "@/lib/domain/result/result";

/** A server action made by `formAction`, with the type that `useActionState` expects. */
export type Action<T> = (before: FormState<T>, form: FormData) => Promise<FormState<T>>;

/** The reason why no answer came: no connection, a newer release is running, or the server failed. */
export type Failure = "offline" | "outdated" | "failed";

/**
 * Sends a form to a server action. When no answer comes it returns the reason instead of throwing, because an error
 * page would lose what people typed.
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

/** Sends JSON to a route made by `commandRoute`. The request continues when the page is left. */
export async function sendJson<T>(
  path: string,
  body: unknown,
): Promise<{ result: Result<T> } | { failure: Failure }> {
  const json = JSON.stringify(body);
  return resultOf(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: json,
    // Browsers limit requests that outlive their page to 64 KiB.
    keepalive: json.length < 60_000,
  });
}

/** Reads JSON from a route made by `readerRoute`. */
export function read<T>(path: string): Promise<{ result: Result<T> } | { failure: Failure }> {
  return resultOf(path, { cache: "no-store" });
}

async function resultOf<T>(
  path: string,
  request: RequestInit,
): Promise<{ result: Result<T> } | { failure: Failure }> {
  try {
    const response = await fetch(path, request);
    const isAnswer = response.headers.get("content-type")?.startsWith("application/json");
    return isAnswer ? { result: await response.json() } : { failure: "failed" };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

function failureOf(error: unknown): Failure {
  if (unstable_isUnrecognizedActionError(error)) return "outdated";
  // A fetch that reaches no server fails with a TypeError in every browser.
  return error instanceof TypeError || !navigator.onLine ? "offline" : "failed";
}
