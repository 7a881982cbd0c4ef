import "server-only";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { networkOf } from "@/lib/domain/values/network.mjs";
import { env } from "@/lib/settings/env";

const windowSeconds = 60;

/** The cost of an answer in the client's quota: one for a page of a list, more for what reads all data. */
export const quotaCosts = { page: 1, everything: 10 } as const;

/** A client's remaining quota as headers (draft-ietf-httpapi-ratelimit-headers), and whether it is used up. */
export type Quota = { isOver: boolean; headers: Record<string, string> };

let limiter: RateLimiterMemory | undefined;

/**
 * Consumes `cost` from the client's quota of this minute. It is counted in the memory of this process: it keeps one
 * client from taking the time of the others, and each of several processes has its own quotas.
 */
export async function consumeQuota(request: Request, cost: number): Promise<Quota> {
  const maxPoints = env().OPEN_DATA_PER_MINUTE;
  if (maxPoints === 0) return { isOver: false, headers: {} };
  limiter ??= new RateLimiterMemory({ points: maxPoints, duration: windowSeconds });
  const policy = { "ratelimit-policy": `"minute";q=${maxPoints};w=${windowSeconds}` };
  try {
    const { remainingPoints, msBeforeNext } = await limiter.consume(clientOf(request), cost);
    const ratelimit = `"minute";r=${remainingPoints};t=${Math.ceil(msBeforeNext / 1000)}`;
    return { isOver: false, headers: { ...policy, ratelimit } };
  } catch (rejection) {
    if (!(rejection instanceof RateLimiterRes)) throw rejection;
    const seconds = String(Math.max(1, Math.ceil(rejection.msBeforeNext / 1000)));
    const ratelimit = `"minute";r=0;t=${seconds}`;
    return { isOver: true, headers: { ...policy, ratelimit, "retry-after": seconds } };
  }
}

function clientOf(request: Request): string {
  return networkOf(request.headers.get("x-client-address") ?? "unknown", { ipv4Bits: 32 });
}
