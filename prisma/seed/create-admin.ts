import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { closeDatabase, type Tx } from "@/lib/db/client";
import { makePasswordLink } from "@/lib/db/password-links";
import { email as emailSchema } from "@/lib/domain/people/person";
import { env } from "@/lib/settings/env";
import { withSeedLock } from "./seed-lock";

const usage = "Usage: npm run create-admin -- --email somebody@example.org";

// Creates the first administrator, who then adds everybody else. Prints a link to set a password.
try {
  process.exitCode = await createAdministrator(readEmail());
} finally {
  await closeDatabase();
}

function readEmail() {
  try {
    const { values } = parseArgs({ options: { email: { type: "string" } } });
    return emailSchema.safeParse(values.email).data ?? null;
  } catch {
    return null;
  }
}

async function createAdministrator(email: string | null): Promise<number> {
  if (email === null) {
    console.error(usage);
    return 2;
  }
  const made = await withSeedLock(async (tx) => {
    return (await refusal(tx, email)) ?? { token: await addAdministrator(tx, email, new Date()) };
  });
  if ("refusal" in made) {
    console.error(made.refusal);
    return 1;
  }
  console.log(`To set the password of ${email}, open this link within three days:`);
  console.log(`${env().NEXTAUTH_URL}/set-password?token=${made.token}`);
  return 0;
}

/**
 * Returns the reason why no administrator is added: another one can sign in. An administrator without a password does
 * not count.
 */
async function refusal(tx: Tx, email: string) {
  const other = await tx.grant.findFirst({
    where: {
      role: "administrator",
      removedAt: null,
      person: { deactivatedAt: null, passwordHash: { not: null } },
    },
    select: { id: true },
  });
  if (other) {
    return {
      refusal:
        "There is an administrator already. Whoever that is signs in and adds people under /office/people.",
    };
  }
  const known = await tx.person.findUnique({ where: { email }, select: { deactivatedAt: true } });
  return known?.deactivatedAt
    ? { refusal: `The account of ${email} was deactivated. Use another address.` }
    : null;
}

/** Adds the person and the grant if they do not exist. A second run replaces a link that was lost. */
async function addAdministrator(tx: Tx, email: string, now: Date): Promise<string> {
  const person = await tx.person.upsert({
    where: { email },
    create: { id: randomUUID(), email, name: "Administrator", createdAt: now },
    update: {},
    select: { id: true },
  });
  const personId = person.id;
  const place = { role: "administrator", cityId: null, countryCode: null } as const;
  const held = await tx.grant.findFirst({
    where: { personId, ...place, removedAt: null },
    select: { id: true },
  });
  if (!held) {
    await tx.grant.create({ data: { id: randomUUID(), personId, ...place, grantedAt: now } });
    await tx.timelineEntry.create({
      data: {
        id: randomUUID(),
        at: now,
        kind: "person_added",
        personId,
        detail: { role: "administrator" },
      },
    });
  }
  return makePasswordLink(tx, personId, now);
}
