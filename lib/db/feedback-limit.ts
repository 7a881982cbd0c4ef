import "server-only";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { database } from "@/lib/db/client";
import { networkOf } from "@/lib/domain/values/network.mjs";

const hourSeconds = 60 * 60;
/**
 * Many people of one office or school share one address. Every feedback notifies people, so everybody together has a
 * limit too.
 */
const maxPerWindow = { sent: 10, refused: 40, all: 120 };

/**
 * Counts one feedback form from a network address, sent or refused, or of everybody. Returns for how many seconds no
 * more is accepted; 0 when this one is.
 */
export async function takeFeedback(
  kind: keyof typeof maxPerWindow,
  clientAddress: string,
): Promise<number> {
  limiters ??= {
    sent: makeLimiter("sent"),
    refused: makeLimiter("refused"),
    all: makeLimiter("all"),
  };
  try {
    await limiters[kind].consume(networkOf(clientAddress, { ipv4Bits: 32 }));
    return 0;
  } catch (rejection) {
    if (rejection instanceof RateLimiterRes) return Math.ceil(rejection.msBeforeNext / 1000);
    throw rejection;
  }
}

let limiters: Record<keyof typeof maxPerWindow, RateLimiterPrisma> | undefined;

function makeLimiter(kind: keyof typeof maxPerWindow) {
  return new RateLimiterPrisma({
    storeClient: database(),
    tableName: "signInFailure",
    keyPrefix: `feedback_${kind}`,
    points: maxPerWindow[kind],
    duration: hourSeconds,
  });
}
