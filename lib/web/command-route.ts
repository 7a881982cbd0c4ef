import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { Refusal, Result } from "@/lib/domain/result/result";
import type { ErrorKey } from "@/lib/domain/values/field-error";
import { isOwnJson } from "@/lib/web/own-request";
import { currentActor } from "@/lib/web/session";

/** More than all fields of a record: a text that is too long is refused by field. */
const maxBytes = 16_000_000;

const statuses: Record<Refusal["code"], number> = {
  invalid: 422,
  signed_out: 401,
  forbidden: 403,
  not_found: 404,
  wrong_state: 409,
  conflict: 409,
  not_ready: 409,
};

/**
 * Turns a command into a route that takes JSON and answers its Result as JSON, for what a form cannot do: sending while
 * a page closes, or again under the same key. Only pages of this site may call it.
 */
export function commandRoute<T>(perform: (actor: Actor, raw: unknown) => Promise<Result<T>>) {
  return async function answerPost(
    request: Request,
    { params }: { params: Promise<Record<string, string | string[] | undefined>> },
  ): Promise<Response> {
    const asked = await readCommand(request, await params);
    if ("refusal" in asked) return answer({ ok: false, refusal: asked.refusal });
    return answer(await perform(asked.actor, asked.raw));
  };
}

/** Returns who calls a command and with which input, from a request of this site's own pages; or why it is refused. */
export async function readCommand(
  request: Request,
  params: Record<string, string | string[] | undefined>,
): Promise<{ actor: Actor; raw: object } | { refusal: Refusal }> {
  if (!isOwnJson(request)) return { refusal: { code: "forbidden" } };
  const actor = await currentActor();
  if (actor.kind === "visitor") return { refusal: { code: "signed_out" } };
  const body = await readJson(request);
  if ("error" in body)
    return { refusal: { code: "invalid", fields: { form: [{ key: body.error }] } } };
  return { actor, raw: { ...body.json, ...params } };
}

/** Returns the JSON of a request, or why it is missing or too large. */
export async function readJson(request: Request): Promise<{ json: object } | { error: ErrorKey }> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.length;
    if (bytes > maxBytes) return { error: "too_large" };
    chunks.push(chunk);
  }
  try {
    const json: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    return typeof json === "object" && json !== null ? { json } : { error: "not_understood" };
  } catch {
    return { error: "not_understood" };
  }
}

/** Returns a result as JSON, with the matching status. */
export function answer(result: Result<unknown>) {
  const json = JSON.stringify(result);
  return new Response(json, {
    status: result.ok ? 200 : statuses[result.refusal.code],
    headers: {
      "content-type": "application/json",
      // Stated, so that an answer of one packet is not compressed.
      "content-length": String(Buffer.byteLength(json)),
      "cache-control": "no-store",
    },
  });
}
