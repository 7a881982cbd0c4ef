import "server-only";
import { redirect } from "next/navigation";
import { holds, type SignedIn } from "@/lib/domain/actor";
import { currentActor } from "@/lib/web/session";

/** The person who asks for this page; a visitor is sent to sign in and comes back to `path`. */
export async function requireSignedIn(path: string): Promise<SignedIn> {
  const actor = await currentActor();
  if (actor.kind === "signed_in") return actor;
  redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
}

/** Whether the secretariat's reviewing pages are for this reader at all; what they show is up to the queries. */
export function isReviewer(reader: SignedIn): boolean {
  return (
    holds(reader, "reviewer") || reader.grants.some((grant) => grant.role === "representative")
  );
}
