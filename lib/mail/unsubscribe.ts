import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import * as z from "zod";
import type { MailReader } from "@/lib/domain/people/actor";
import { env } from "@/lib/settings/env";

/**
 * What opens the way out of notices by mail, without signing in: the person, signed. It opens nothing else, so it never
 * ends: a link in an old mail works too.
 */
export function unsubscribeToken(personId: string): string {
  return `${personId}.${signatureOf(personId)}`;
}

/** Whose token this is; null for anything that was not made here. */
export function readUnsubscribeToken(token: string): MailReader | null {
  const [personId = "", signature = ""] = token.split(".");
  if (!z.uuid().safeParse(personId).success) return null;
  const [given, expected] = [Buffer.from(signature), Buffer.from(signatureOf(personId))];
  const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
  return isOurs ? { kind: "mail_reader", personId } : null;
}

function signatureOf(personId: string) {
  // Said what for, so that no other signature of this secret is ever one of these.
  return createHmac("sha256", env().NEXTAUTH_SECRET)
    .update(`unsubscribe:${personId}`)
    .digest("base64url");
}
