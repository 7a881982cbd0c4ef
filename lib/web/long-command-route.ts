import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { Result } from "@/lib/domain/result/result";
import { answer, readCommand } from "@/lib/web/command-route";
import { streamLines } from "@/lib/web/lines";

/**
 * Turns a slow command into a route that takes JSON as `commandRoute` does and streams newline-delimited JSON: `{
 * progress }` events, then its Result. A command that ends before its first progress event, as a refusal does, is
 * answered as `commandRoute` answers it, with the status of its refusal.
 */
export function longCommandRoute<T>(
  perform: (
    actor: Actor,
    raw: unknown,
    now: Date,
    onProgress: (progress: number) => void,
  ) => Promise<Result<T>>,
) {
  return async function answerPost(
    request: Request,
    { params }: { params: Promise<Record<string, string | string[] | undefined>> },
  ): Promise<Response> {
    const asked = await readCommand(request, await params);
    if ("refusal" in asked) return answer({ ok: false, refusal: asked.refusal });
    let report: (progress: number) => void = () => {};
    const isAtWork = new Promise<null>((resolve) => {
      report = () => resolve(null);
    });
    const done = perform(asked.actor, asked.raw, new Date(), (progress) => report(progress));
    const ended = await Promise.race([isAtWork, done]);
    if (ended !== null) return answer(ended);
    return streamLines((send) => {
      report = (progress) => send({ progress });
      return done;
    });
  };
}
