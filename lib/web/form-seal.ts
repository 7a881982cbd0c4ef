import "server-only";
import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

/** Nobody reads a form and fills it in faster; a form left open over night still works. */
const times = { least: 3_000, most: 36 * 3_600_000 };

/** When a form was made, signed: what a form sends back so that a program that only posts is told from a reader. */
export function sealForm(now: Date): string {
  const made = `${now.getTime().toString(36)}.${randomUUID()}`;
  return `${made}.${signatureOf(made)}`;
}

/** Whether a form was made here and neither just now nor long ago. */
export function judgeSeal(seal: string, now: Date): "good" | "too_fast" | "too_old" {
  const [at = "", id = "", signature = ""] = seal.split(".");
  const [given, expected] = [Buffer.from(signature), Buffer.from(signatureOf(`${at}.${id}`))];
  const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
  const age = now.getTime() - Number.parseInt(at, 36);
  // What was never ours is told the same as what is too old.
  if (!isOurs || age > times.most) return "too_old";
  return age < times.least ? "too_fast" : "good";
}

function signatureOf(made: string) {
  // Said what for, so that no other signature of this secret is ever one of these.
  return createHmac("sha256", env().NEXTAUTH_SECRET).update(`form:${made}`).digest("base64url");
}
