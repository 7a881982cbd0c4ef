import "server-only";
import { redirect } from "next/navigation";
import type { SignedIn } from "@/lib/domain/people/actor";
import { currentActor } from "@/lib/web/session";

/** Returns the person who requests this page; a visitor is sent to sign in and returns to `path`. */
export async function requireSignedIn(path: string): Promise<SignedIn> {
  const actor = await currentActor();
  if (actor.kind === "signed_in") return actor;
  redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
}
