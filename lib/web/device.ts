import "server-only";
import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import type { KnownDevice } from "@/lib/db/sessions/sessions";
import { env } from "@/lib/settings/env";

const halfYearSeconds = 180 * 24 * 60 * 60;

/**
 * The cookie by which an account recognises a device that signed in before. It gives no access: wrong passwords from
 * such a device are counted apart, so that nobody elsewhere can lock its person out.
 */
export function deviceCookie() {
  const secure = env().NEXTAUTH_URL.startsWith("https://");
  return {
    name: secure ? "__Host-known-device" : "known-device",
    options: { path: "/", httpOnly: true, secure, sameSite: "lax", maxAge: halfYearSeconds },
  } as const;
}

/** Returns the signed value of the cookie after a sign-in. A device that this person used before keeps its id. */
export function signDevice(personId: string, before: KnownDevice | null, now: Date): string {
  const id = before?.personId === personId ? before.id : randomUUID();
  const said = `${personId}.${id}.${now.getTime().toString(36)}`;
  return `${said}.${signatureOf(said)}`;
}

/** Returns whose device it is, by its cookie; null for a value that was not made here or is older than half a year. */
export function readDevice(cookie: string | undefined, now: Date): KnownDevice | null {
  const [personId = "", id = "", at = "", signature = ""] = (cookie ?? "").split(".");
  const given = Buffer.from(signature);
  const expected = Buffer.from(signatureOf(`${personId}.${id}.${at}`));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const age = now.getTime() - Number.parseInt(at, 36);
  return age <= halfYearSeconds * 1000 ? { personId, id } : null;
}

function signatureOf(said: string) {
  // The purpose is part of the signed text, so that no other signature of this secret is valid here.
  return createHmac("sha256", env().NEXTAUTH_SECRET).update(`device:${said}`).digest("base64url");
}
