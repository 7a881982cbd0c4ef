import "server-only";
import { LRUCache } from "lru-cache";
import { cookies } from "next/headers";
import { decode, getToken } from "next-auth/jwt";
import { cache } from "react";
import { findSignedIn } from "@/lib/db/sessions/sessions";
import type { Actor } from "@/lib/domain/people/actor";
import { env } from "@/lib/settings/env";

/**
 * Session ids by cookie: decrypting a cookie costs more than saving a field. Whether the session is still valid is read
 * from its row on every request.
 */
const sessionIds = new LRUCache<string, string>({ max: 5_000 });

/**
 * Returns who acts in this request: the holder of a valid session, or a visitor. The session's row is read once per
 * request.
 */
export const currentActor = cache(async (): Promise<Actor> => {
  const sessionId = await findSessionId();
  return (sessionId && (await findSignedIn(sessionId, new Date()))) || { kind: "visitor" };
});

async function findSessionId(): Promise<string | null> {
  const jar = Object.fromEntries(
    (await cookies()).getAll().map(({ name, value }) => [name, value]),
  );
  // next-auth's own cookie reader, which knows the cookie's name and chunks; it reads nothing else of a request.
  const request = { cookies: jar, headers: {} } as Parameters<typeof getToken>[0]["req"];
  const cookie = await getToken({ req: request, raw: true });
  if (!cookie) return null;
  const known = sessionIds.get(cookie);
  if (known) return known;
  const token = await decode({ token: cookie, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  if (!token?.sub) return null;
  sessionIds.set(cookie, token.sub);
  return token.sub;
}
