import "server-only";
import { randomUUID } from "node:crypto";
import { database, inTransaction } from "@/lib/db/client";
import { decoyHash, isPassword } from "@/lib/db/passwords";
import { takeTry } from "@/lib/db/sign-in-limit";
import type { Grant, SignedIn } from "@/lib/domain/actor";

export { TooManyTries } from "@/lib/db/sign-in-limit";

const hour = 60 * 60 * 1000;
/** A reviewer or an administrator signs in anew each working day, a city's staff each week. */
const sessionLength = { secretariat: 12 * hour, others: 7 * 24 * hour };
/** How exactly "last seen" is kept; writing it on every request would make every read a write. */
const lastSeenEvery = 5 * 60 * 1000;

/**
 * Starts a session for the person with this address and password. Null when they do not match, and in the same time
 * whether the address is known or not. Throws TooManyTries after eight failures of an account or thirty of an address.
 */
export async function signIn(
  attempt: { email: string; password: string; clientAddress: string },
  now: Date,
): Promise<{ sessionId: string; personId: string } | null> {
  const email = attempt.email.trim().toLowerCase();
  // PostgreSQL keeps no text with it, so no account has it.
  if (email.includes("\u0000")) return null;
  const tried = await takeTry(email, attempt.clientAddress);
  const person = await database().person.findUnique({
    where: { email },
    select: {
      id: true,
      passwordHash: true,
      deactivatedAt: true,
      grants: { where: { removedAt: null } },
    },
  });
  const isRight = await isPassword(person?.passwordHash ?? (await decoyHash()), attempt.password);
  if (!person?.passwordHash || person.deactivatedAt || !isRight) return null;
  await tried.forgive();
  const isSecretariat = person.grants.some(
    (grant) => grant.role === "reviewer" || grant.role === "administrator",
  );
  const length = isSecretariat ? sessionLength.secretariat : sessionLength.others;
  const session = await database().session.create({
    data: {
      id: randomUUID(),
      personId: person.id,
      startedAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + length),
    },
    select: { id: true },
  });
  return { sessionId: session.id, personId: person.id };
}

type GrantRow = { role: Grant["role"]; cityId: string | null; countryCode: string | null };

type SessionRow = {
  sessionId: string;
  expiresAt: Date;
  lastSeenAt: Date;
  personId: string;
  name: string;
  grants: GrantRow[];
};

/**
 * Who is behind a session, with what they may do now. Null when it ended, expired, or the person was deactivated.
 * One statement written by hand, because every request begins with it.
 */
export async function findSignedIn(sessionId: string, now: Date): Promise<SignedIn | null> {
  const [session] = await database().$queryRaw<SessionRow[]>`
    select s.id as "sessionId", s."expiresAt", s."lastSeenAt", p.id as "personId", p.name,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'role', g.role, 'cityId', g."cityId", 'countryCode', g."countryCode") order by g.id)
        from "Grant" g where g."personId" = p.id and g."removedAt" is null), '[]') as grants
    from "Session" s join "Person" p on p.id = s."personId"
    where s.id = ${sessionId}::uuid and s."endedAt" is null and p."deactivatedAt" is null`;
  if (!session || session.expiresAt <= now) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > lastSeenEvery) {
    await database().session.update({ where: { id: sessionId }, data: { lastSeenAt: now } });
  }
  const { personId, name, grants } = session;
  return { kind: "signed_in", personId, sessionId, name, grants: grants.flatMap(toGrant) };
}

/** Ends a session at once; ending an ended one changes nothing. */
export async function endSession(sessionId: string, now: Date): Promise<void> {
  await inTransaction((tx) =>
    tx.session.updateMany({ where: { id: sessionId, endedAt: null }, data: { endedAt: now } }),
  );
}

/** A check in the database says which roles carry a city or a country (migration `init`). */
function toGrant(row: GrantRow): Grant[] {
  switch (row.role) {
    case "editor":
    case "lead":
      return row.cityId ? [{ role: row.role, cityId: row.cityId }] : [];
    case "representative":
      return row.countryCode ? [{ role: row.role, countryCode: row.countryCode }] : [];
    case "reviewer":
    case "administrator":
      return [{ role: row.role }];
  }
}
