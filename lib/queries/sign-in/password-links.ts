import "server-only";
import { database } from "@/lib/db/client";
import { hashToken } from "@/lib/db/password-links";
import type { LinkHolder } from "@/lib/domain/people/actor";

/**
 * Returns who holds this one-time token. Null when it is unknown, used, older than three days, or its account is
 * deactivated.
 */
export async function findLinkHolder(token: string, now: Date): Promise<LinkHolder | null> {
  const link = await database().passwordLink.findFirst({
    where: {
      tokenHash: hashToken(token),
      usedAt: null,
      expiresAt: { gt: now },
      person: { deactivatedAt: null },
    },
    select: { id: true, personId: true },
  });
  return link && { kind: "link_holder", personId: link.personId, linkId: link.id };
}
