import "server-only";
import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import type { KnownDevice } from "@/lib/db/sessions/sessions";
import { env } from "@/lib/settings/env";

const halfYearSeconds = 180 * 24 * 60 * 60;

/**
 * The cookie by which an account knows a device that signed in to it before. It opens nothing: wrong passwords from such
 * a device are counted by themselves, so that nobody elsewhere shuts its person out.
 */
export function deviceCookie() {
  const secure = env().NEXTAUTH_URL.startsWith("https://");
  return {
    name: secure ? "__Host-known-device" : "known-device",
    options: { path: "/", httpOnly: true, secure, sameSite: "lax", maxAge: halfYearSeconds },
  } as const;
}

/** The value of the cookie after a sign-in, signed. A device that was this person's before stays the same one. */
export function signDevice(personId: string, before: KnownDevice | null, now: Date): string {
  const id = before?.personId === personId ? before.id : randomUUID();
  const said = `${personId}.${id}.${now.getTime().toString(36)}`;
  return `${said}.${signatureOf(said)}`;
}

/** Whose device it is, by its cookie; null for what was not made here or is older than half a year. */
export function readDevice(cookie: string | undefined, now: Date): KnownDevice | null {
  const [personId = "", id = "", at = "", signature = ""] = (cookie ?? "").split(".");
  const given = Buffer.from(signature);
  const expected = Buffer.from(signatureOf(`${personId}.${id}.${at}`));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const age = now.getTime() - Number.parseInt(at, 36);
  return age <= halfYearSeconds * 1000 ? { personId, id } : null;
}

function signatureOf(said: string) {
  // Said what for, so that no other signature of this secret is ever one of these.
  return createHmac("sha256", env().NEXTAUTH_SECRET).update(`device:${said}`).digest("base64url");
}
