import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { type FormState, untouched } from "@/lib/domain/result/form-state";
import type { Result } from "@/lib/domain/result/result";

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

/** Sends JSON to a route made by `commandRoute`, and goes on sending when the page is left. */
export async function sendJson<T>(
  path: string,
  body: unknown,
): Promise<{ result: Result<T> } | { failure: Failure }> {
  const json = JSON.stringify(body);
  return resultOf(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: json,
    // Browsers let no more than 64 KiB outlive a page.
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
  // A fetch that finds no server fails with a TypeError in every browser.
  return error instanceof TypeError || !navigator.onLine ? "offline" : "failed";
}
