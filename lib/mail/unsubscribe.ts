import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import * as z from "zod";
import type { MailReader } from "@/lib/domain/people/actor";
import { env } from "@/lib/settings/env";

/**
 * Returns the signed token of a person's unsubscribe link, which works without signing in. It opens nothing else and
 * never expires, so that a link in an old mail works too.
 */
export function unsubscribeToken(personId: string): string {
  return `${personId}.${signatureOf(personId)}`;
}

/** Returns whose token this is; null for a token that was not made here. */
export function readUnsubscribeToken(token: string): MailReader | null {
  const [personId = "", signature = ""] = token.split(".");
  if (!z.uuid().safeParse(personId).success) return null;
  const [given, expected] = [Buffer.from(signature), Buffer.from(signatureOf(personId))];
  const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
  return isOurs ? { kind: "mail_reader", personId } : null;
}

function signatureOf(personId: string) {
  // The purpose is part of the signed text, so that no other signature of this secret is valid here.
  return createHmac("sha256", env().NEXTAUTH_SECRET)
    .update(`unsubscribe:${personId}`)
    .digest("base64url");
}
