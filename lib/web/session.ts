import "server-only";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { findSignedIn } from "@/lib/db/auth-adapter";
import type { Actor } from "@/lib/domain/actor";
import { authOptions } from "@/lib/web/auth-options";

/** Who is acting in this request: the holder of a live session, or a visitor. Read from the session's row, once per request. */
export const currentActor = cache(async (): Promise<Actor> => {
  // next-auth hands on whatever the `session` callback returns, which is its session and our id.
  const session = (await getServerSession(authOptions())) as { sessionId?: string } | null;
  const signedIn = session?.sessionId && (await findSignedIn(session.sessionId, new Date()));
  return signedIn || { kind: "visitor" };
});
