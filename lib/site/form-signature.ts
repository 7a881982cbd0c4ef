import "server-only";
import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/settings/env";

/** Nobody fills in a form within 3 seconds, and a form that was left open overnight must still work. */
const times = { min: 3_000, max: 36 * 3_600_000 };

/**
 * Returns a signed token with the time and the page of a form, so that a program that only posts can be recognised. It
 * also holds an id for the message, so a token is valid for one message only.
 */
export function signForm(about: string, now: Date): string {
  const [at, id] = [now.getTime().toString(36), randomUUID()];
  return `${at}.${id}.${signatureOf({ at, id, about })}`;
}

/**
 * Checks that this server made the form for this page, neither too recently nor too long ago. Returns the token's id, or
 * why it is refused.
 */
export function checkSignature(
  token: string,
  about: string,
  now: Date,
): { id: string } | { refused: "too_fast" | "too_old" } {
  const [at = "", id = "", signature = ""] = token.split(".");
  const [given, expected] = [Buffer.from(signature), Buffer.from(signatureOf({ at, id, about }))];
  const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
  const age = now.getTime() - Number.parseInt(at, 36);
  // A forged token gets the same answer as an old one.
  if (!isOurs || age > times.max) return { refused: "too_old" };
  return age < times.min ? { refused: "too_fast" } : { id };
}

function signatureOf({ at, id, about }: { at: string; id: string; about: string }) {
  // The purpose is part of the signed text, so that no other signature of this secret is valid here.
  const made = `form:${at}.${id}.${about}`;
  return createHmac("sha256", env().NEXTAUTH_SECRET).update(made).digest("base64url");
}
