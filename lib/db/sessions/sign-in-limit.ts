import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { database } from "@/lib/db/client";
import { networkOf } from "@/lib/domain/values/network.mjs";

const windowSeconds = 15 * 60;
/** From the fourth failure on each answer waits twice as long as the one before, up to four seconds. */
const freeTries = 3;

/** How many in a quarter of an hour. What follows too many failures is a quarter of an hour without any. */
const maxPerWindow = {
  /** Failures at one account, from devices that it does not know. */
  account: 8,
  /** Failures from one network, at whatever accounts, but from devices that those know. */
  network: 30,
  /** Failures at the one account from a device that signed in to it before. */
  device: 8,
  /** Wrong guesses at the present password by whoever is signed in. */
  present: 8,
  /** Right sign-ins to one account: many browsers of a person, and no more sessions than that. */
  right: 60,
};

/** Thrown when an account, a device or a network has tried too often; tells for how long. */
export class TooManyTries extends Error {
  constructor(readonly seconds: number) {
    super("too_many_tries");
  }
}

/**
 * Counts one try to sign in, before it is judged, so that tries at the same time all count.
 * Waits ever longer, then throws TooManyTries for a quarter of an hour. `forgive` takes a successful try back.
 * A device that the account knows has a count of its own, so that nobody elsewhere shuts its person out.
 */
export async function takeTry(by: {
  email: string;
  clientAddress: string;
  knownDevice: string | null;
}) {
  const { account, network, device } = limiters();
  if (by.knownDevice !== null) {
    const known = by.knownDevice;
    await slowDown(await take(device, known));
    return { forgive: async () => void (await device.delete(known)) };
  }
  const from = networkOf(by.clientAddress, { ipv4Bits: 32 });
  await take(network, from);
  await slowDown(await take(account, by.email));
  return {
    async forgive() {
      await account.delete(by.email);
      await network.reward(from);
    },
  };
}

/** Counts one right sign-in to an account. Throws TooManyTries after sixty in a quarter of an hour with one password. */
export async function takeRightTry(personId: string, passwordVersion: number): Promise<void> {
  await take(limiters().right, `${personId}:${passwordVersion}`);
}

/** Counts one guess at the present password by whoever is signed in, as `takeTry` counts those of a device. */
export async function takePresentTry(personId: string) {
  const { present } = limiters();
  await slowDown(await take(present, personId));
  return { forgive: async () => void (await present.delete(personId)) };
}

/** How many there were with this one. */
async function take(limiter: RateLimiterPrisma, key: string): Promise<number> {
  try {
    return (await limiter.consume(key)).consumedPoints;
  } catch (rejection) {
    if (!(rejection instanceof RateLimiterRes)) throw rejection;
    throw new TooManyTries(Math.ceil(rejection.msBeforeNext / 1000));
  }
}

async function slowDown(tries: number) {
  if (tries > freeTries) await wait(Math.min(250 * 2 ** (tries - freeTries), 4000));
}

let made: Record<keyof typeof maxPerWindow, RateLimiterPrisma> | undefined;

function limiters() {
  made ??= {
    account: makeLimiter("account"),
    network: makeLimiter("network"),
    device: makeLimiter("device"),
    present: makeLimiter("present"),
    right: makeLimiter("right"),
  };
  return made;
}

function makeLimiter(keyPrefix: keyof typeof maxPerWindow) {
  return new RateLimiterPrisma({
    storeClient: database(),
    tableName: "signInFailure",
    keyPrefix,
    points: maxPerWindow[keyPrefix],
    duration: windowSeconds,
    // Right ones are no attack by themselves: the next is taken when the quarter of an hour is over.
    blockDuration: keyPrefix === "right" ? 0 : windowSeconds,
  });
}
