import "server-only";
import { isIPv6 } from "node:net";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { database } from "@/lib/db/client";

const hour = 60 * 60;
/** Many people of one office or school stand behind one address. */
const most = { sent: 10, refused: 40 };

/** Counts one form of feedback from a network address, sent or refused. Answers for how many seconds no more is taken, 0 when this one is. */
export async function takeFeedback(
  kind: keyof typeof most,
  clientAddress: string,
): Promise<number> {
  limiters ??= { sent: makeLimiter("sent"), refused: makeLimiter("refused") };
  try {
    await limiters[kind].consume(networkOf(clientAddress));
    return 0;
  } catch (rejection) {
    if (rejection instanceof RateLimiterRes) return Math.ceil(rejection.msBeforeNext / 1000);
    throw rejection;
  }
}

let limiters: Record<keyof typeof most, RateLimiterPrisma> | undefined;

function makeLimiter(kind: keyof typeof most) {
  return new RateLimiterPrisma({
    storeClient: database(),
    tableName: "signInFailure",
    keyPrefix: `feedback_${kind}`,
    points: most[kind],
    duration: hour,
  });
}

/** Whoever has one address of IPv6 has the 64 bits behind it too. */
function networkOf(address: string) {
  if (!isIPv6(address)) return address;
  const [head = "", tail = ""] = address.split("::");
  const first = head.split(":").filter(Boolean);
  const last = tail.split(":").filter(Boolean);
  const whole = [
    ...first,
    ...Array(Math.max(8 - first.length - last.length, 0)).fill("0"),
    ...last,
  ];
  return whole.slice(0, 4).join(":");
}
