import { randomBytes } from "node:crypto";
import type { Tx } from "@/lib/db/client";
import { hashPassword, isPassword } from "@/lib/db/passwords";
import { cast, type DemoAccount } from "./cast";
import { readDemoPasswords, writeDemoAccounts } from "./demo-file";
import { idOf } from "./ids";
import { withSeedLock } from "./seed-lock";

/**
 * Adds the missing demo accounts and writes all of them with their passwords to the installation's file. The file is
 * then correct: an account whose password differs from the file gets a new one.
 */
export async function seedDemoAccounts(now: Date): Promise<void> {
  await withSeedLock(async (tx) => {
    const written = await readDemoPasswords();
    const accounts: (DemoAccount & { password: string })[] = [];
    for (const account of Object.values(cast)) {
      const password = await addAccount(tx, account, written.get(account.email), now);
      accounts.push({ ...account, password });
    }
    // The file is written under the lock, so that of two processes the one whose passwords are valid writes last.
    await writeDemoAccounts(accounts);
  });
}

async function addAccount(tx: Tx, account: DemoAccount, written: string | undefined, now: Date) {
  const { email, name } = account;
  const known = await tx.person.findUnique({
    where: { email },
    select: { id: true, passwordHash: true },
  });
  if (known?.passwordHash && written && (await isPassword(known.passwordHash, written))) {
    return written;
  }
  const password = randomBytes(18).toString("base64url");
  const passwordHash = await hashPassword(password);
  if (known) {
    await tx.person.update({ where: { id: known.id }, data: { passwordHash } });
    return password;
  }
  const id = idOf("person", email);
  await tx.person.create({ data: { id, email, name, passwordHash, createdAt: now } });
  await addGrant(tx, id, account, now);
  return password;
}

async function addGrant(tx: Tx, personId: string, account: DemoAccount, now: Date) {
  const { role, city, country } = account;
  const cityId = city === undefined ? null : idOf("city", city);
  const countryCode = country ?? null;
  await tx.grant.create({
    data: { id: idOf("grant", personId), personId, role, cityId, countryCode, grantedAt: now },
  });
  await tx.timelineEntry.create({
    data: {
      id: idOf("timeline", personId),
      at: now,
      kind: "person_added",
      personId,
      cityId,
      detail: { role },
    },
  });
  if (country === "KH") {
    // No country is known to require clearance. In a demonstration Cambodia does, so that the step can be seen.
    await tx.country.update({ where: { code: "KH" }, data: { requiresClearance: true } });
  }
}
