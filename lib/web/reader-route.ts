import "server-only";
import type { SignedIn } from "@/lib/domain/people/actor";
import { answerFile, type Servable } from "@/lib/files/answer";
import { answer, readJson } from "@/lib/web/command-route";
import { isOwnJson } from "@/lib/web/own-request";
import { currentActor } from "@/lib/web/session";

type Params = Record<string, string | string[] | undefined>;
type Context = { params: Promise<Params> };

/**
 * Turns a query into a route that answers its value as JSON, or the Response it returns. Only for signed-in people;
 * null is answered as not found, whether it does not exist or the reader may not see it.
 */
export function readerRoute(
  read: (reader: SignedIn, asked: Params, signal: AbortSignal) => Promise<object | null>,
) {
  return async function answerGet(request: Request, { params }: Context): Promise<Response> {
    const actor = await currentActor();
    if (actor.kind !== "signed_in") return answer({ ok: false, refusal: { code: "signed_out" } });
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const value = await read(actor, { ...query, ...(await params) }, request.signal);
    if (value instanceof Response) return value;
    if (value === null) return answer({ ok: false, refusal: { code: "not_found" } });
    return answer({ ok: true, value });
  };
}

/** Turns a query for a file into a route for officials; nobody else may read it. */
export function fileRoute(find: (reader: SignedIn, asked: Params) => Promise<Servable | null>) {
  return async function answerGet(request: Request, { params }: Context): Promise<Response> {
    const actor = await currentActor();
    const file = actor.kind === "signed_in" ? await find(actor, await params) : null;
    return answerFile(request, file, "officials");
  };
}

/**
 * Turns an action that notifies other readers, and changes no row, into a route that takes JSON from this site's own
 * pages. False is answered as not found.
 */
export function notifyingRoute(action: (reader: SignedIn, input: object) => Promise<boolean>) {
  return async function answerPost(request: Request, { params }: Context): Promise<Response> {
    if (!isOwnJson(request)) return answer({ ok: false, refusal: { code: "forbidden" } });
    const actor = await currentActor();
    if (actor.kind !== "signed_in") return answer({ ok: false, refusal: { code: "signed_out" } });
    const body = await readJson(request);
    const isDone = "json" in body && (await action(actor, { ...body.json, ...(await params) }));
    return answer(
      isDone ? { ok: true, value: null } : { ok: false, refusal: { code: "not_found" } },
    );
  };
}
