import "server-only";
import { hash, verify } from "@node-rs/argon2";
import pLimit from "p-limit";

/** argon2id with OWASP's least recommended cost (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Each hash takes 19 MiB and one core. Two at a time leave the rest of the machine free. */
const gate = pLimit(2);
/** Beyond this number a new request would wait for seconds. */
const maxWaiting = 30;

/** Returns the number of passwords that are being hashed now, and of those that wait. */
export function passwordWork(): { running: number; waiting: number; isFull: boolean } {
  const { activeCount: running, pendingCount: waiting } = gate;
  return { running, waiting, isFull: waiting >= maxWaiting };
}

/** The argon2id hash of a password, in PHC form. The password counts in its NFKC form. */
export function hashPassword(password: string): Promise<string> {
  return gate(() => hash(password.normalize("NFKC"), cost));
}

/** Returns true when this password matches the hash. A text longer than any password is refused without hashing. */
export async function isPassword(passwordHash: string, password: string): Promise<boolean> {
  if (password.length > 1024) return false;
  return gate(() => verify(passwordHash, password.normalize("NFKC")));
}

let decoy: Promise<string> | undefined;

/** A hash that no password matches: checked when there is no account, so that the answer takes the same time. */
export function decoyHash(): Promise<string> {
  decoy ??= hashPassword(crypto.randomUUID());
  return decoy;
}
