import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { database } from "@/lib/db/client";

const quarterOfAnHour = 15 * 60;
const triesOfAccount = 8;
const triesOfAddress = 30;
/** From the fourth failure on each answer waits twice as long as the one before, up to four seconds. */
const freeTries = 3;

/** Thrown when an account or a network address has failed too often; tells for how long. */
export class TooManyTries extends Error {
  constructor(readonly seconds: number) {
    super("too_many_tries");
  }
}

/**
 * Counts one try to sign in, before it is judged, so that tries at the same time all count.
 * Waits ever longer, then throws TooManyTries for a quarter of an hour. `forgive` takes a successful try back.
 */
export async function takeTry(email: string, clientAddress: string) {
  const { byAccount, byAddress } = limiters();
  try {
    await byAddress.consume(clientAddress);
    const { consumedPoints } = await byAccount.consume(email);
    if (consumedPoints > freeTries) {
      await wait(Math.min(250 * 2 ** (consumedPoints - freeTries), 4000));
    }
  } catch (rejection) {
    if (rejection instanceof RateLimiterRes) {
      throw new TooManyTries(Math.ceil(rejection.msBeforeNext / 1000));
    }
    throw rejection;
  }
  return {
    async forgive() {
      await byAccount.delete(email);
      await byAddress.reward(clientAddress);
    },
  };
}

let made: ReturnType<typeof makeLimiters> | undefined;

function limiters() {
  made ??= makeLimiters();
  return made;
}

function makeLimiters() {
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterPrisma({
      storeClient: database(),
      tableName: "signInFailure",
      keyPrefix,
      points,
      duration: quarterOfAnHour,
      blockDuration: quarterOfAnHour,
    });
  return {
    byAccount: limiter("account", triesOfAccount),
    byAddress: limiter("address", triesOfAddress),
  };
}
