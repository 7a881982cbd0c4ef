import "server-only";
import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/settings/env";

/** Nobody reads a form and fills it in faster; a form left open over night still works. */
const times = { least: 3_000, max: 36 * 3_600_000 };

/**
 * When a form was made and about which page, signed: what a form sends back so that a program that only posts is told
 * from a reader. It holds an id, under which what the form brings is kept: so it is good for one thing alone.
 */
export function signForm(about: string, now: Date): string {
  const [at, id] = [now.getTime().toString(36), randomUUID()];
  return `${at}.${id}.${signatureOf({ at, id, about })}`;
}

/** Returns whether a form about this page was made here and neither just now nor long ago; a good one with its id. */
export function checkSignature(
  token: string,
  about: string,
  now: Date,
): { id: string } | { refused: "too_fast" | "too_old" } {
  const [at = "", id = "", signature = ""] = token.split(".");
  const [given, expected] = [Buffer.from(signature), Buffer.from(signatureOf({ at, id, about }))];
  const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
  const age = now.getTime() - Number.parseInt(at, 36);
  // What was never ours is told the same as what is too old.
  if (!isOurs || age > times.max) return { refused: "too_old" };
  return age < times.least ? { refused: "too_fast" } : { id };
}

function signatureOf({ at, id, about }: { at: string; id: string; about: string }) {
  // The purpose is part of the signed text, so that no other signature of this secret is valid here.
  const made = `form:${at}.${id}.${about}`;
  return createHmac("sha256", env().NEXTAUTH_SECRET).update(made).digest("base64url");
}
