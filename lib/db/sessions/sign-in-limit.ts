import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { database } from "@/lib/db/client";
import { networkOf } from "@/lib/domain/values/network.mjs";

const windowSeconds = 15 * 60;
/**
 * The number of failures without a delay. After that each answer waits twice as long as the one before, up to four
 * seconds.
 */
const freeAttempts = 3;

/** Limits in a quarter of an hour. Exceeding one blocks for a quarter of an hour. */
const maxPerWindow = {
  /** Failures of one account, from unknown devices. */
  account: 8,
  /** Failures from one network, for any account, from unknown devices. */
  network: 30,
  /** Failures of one account from a device that signed in to it before. */
  device: 8,
  /** Wrong present passwords typed by a signed-in person. */
  present: 8,
  /** Successful sign-ins to one account: enough for a person with many browsers, and a limit to sessions. */
  right: 60,
};

/** Thrown when an account, a device or a network has tried too often; holds for how long. */
export class TooManyAttempts extends Error {
  constructor(readonly seconds: number) {
    super("too_many_tries");
  }
}

/**
 * Counts one attempt to sign in before it is checked, so that parallel attempts all count. Delays with growing waits,
 * then throws TooManyAttempts for a quarter of an hour. `forgive` takes a successful attempt back. A known device has a
 * count of its own, so that nobody elsewhere can lock its person out.
 */
export async function countSignInAttempt(by: {
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

/**
 * Counts one successful sign-in to an account. Throws TooManyAttempts after sixty in a quarter of an hour with one
 * password.
 */
export async function countSignIn(personId: string, passwordVersion: number): Promise<void> {
  await take(limiters().right, `${personId}:${passwordVersion}`);
}

/** Counts one attempt at the present password by a signed-in person, as `countSignInAttempt` counts those of a device. */
export async function countPasswordCheck(personId: string) {
  const { present } = limiters();
  await slowDown(await take(present, personId));
  return { forgive: async () => void (await present.delete(personId)) };
}

/** Returns the count including this one. */
async function take(limiter: RateLimiterPrisma, key: string): Promise<number> {
  try {
    return (await limiter.consume(key)).consumedPoints;
  } catch (rejection) {
    if (!(rejection instanceof RateLimiterRes)) throw rejection;
    throw new TooManyAttempts(Math.ceil(rejection.msBeforeNext / 1000));
  }
}

async function slowDown(tries: number) {
  if (tries > freeAttempts) await wait(Math.min(250 * 2 ** (tries - freeAttempts), 4000));
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
    // Successful sign-ins are no attack: they are allowed again when the quarter of an hour is over.
    blockDuration: keyPrefix === "right" ? 0 : windowSeconds,
  });
}
