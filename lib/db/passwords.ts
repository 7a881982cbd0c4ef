import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** argon2id with OWASP's least recommended cost (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The argon2id hash of a password, in PHC form. The password counts in its NFKC form. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), cost);
}

/** Whether this is the password of the hash. A text longer than any password is answered without hashing it. */
export async function isPassword(passwordHash: string, password: string): Promise<boolean> {
  if (password.length > 1024) return false;
  return verify(passwordHash, password.normalize("NFKC"));
}

let decoy: Promise<string> | undefined;

/** A hash nobody has the password of: checked when there is no account, so that the answer takes the same time. */
export function decoyHash(): Promise<string> {
  decoy ??= hashPassword(crypto.randomUUID());
  return decoy;
}
