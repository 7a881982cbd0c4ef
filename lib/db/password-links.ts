import "server-only";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Tx } from "@/lib/db/client";

const threeDaysMs = 3 * 24 * 60 * 60 * 1000;

/** Makes a one-time link to set a password and spends the person's earlier ones. Returns the token; only its hash is kept. */
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

/** The form in which a token is kept. A plain hash is enough: the token is 256 random bits. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
