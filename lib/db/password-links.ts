import "server-only";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Tx } from "@/lib/db/client";

const threeDaysMs = 3 * 24 * 60 * 60 * 1000;

/**
 * Creates a one-time link to set a password and ends the person's earlier ones. Returns the token; only its hash is
 * stored.
 */
export async function makePasswordLink(tx: Tx, personId: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await tx.passwordLink.updateMany({
    where: { personId, usedAt: null },
    data: { usedAt: now },
  });
  await tx.passwordLink.create({
    data: {
      id: randomUUID(),
      personId,
      tokenHash: hashToken(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + threeDaysMs),
    },
  });
  return token;
}

/** The stored form of a token. A plain hash is enough: the token is 256 random bits. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
