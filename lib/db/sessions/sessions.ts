import "server-only";
import { randomUUID } from "node:crypto";
import { database, inTransaction } from "@/lib/db/client";
import { decoyHash, isPassword, passwordWork } from "@/lib/db/passwords";
import { countSignIn, countSignInAttempt, TooManyAttempts } from "@/lib/db/sessions/sign-in-limit";
import { isOfSecretariat, type SignedIn } from "@/lib/domain/people/actor";
import { type Role, toGrants } from "@/lib/domain/people/roles";

export { TooManyAttempts } from "@/lib/db/sessions/sign-in-limit";

const hourMs = 60 * 60 * 1000;
/** Reviewers and administrators sign in each working day, a city's staff each week. */
const sessionLength = { secretariat: 12 * hourMs, others: 7 * 24 * hourMs };
/** The interval in which "last seen" is stored. Writing it on every request would turn every read into a write. */
const lastSeenIntervalMs = 5 * 60 * 1000;
/** The number of seconds to wait when too many sign-ins wait to be checked. */
const retryAfterSeconds = 10;

/** A device that signed in before, as lib/web/device.ts reads it from its cookie. */
export type KnownDevice = { id: string; personId: string };

/**
 * Starts a session for the person with this address and password; it ends when that password changes. Null when they do
 * not match, after the same time whether the address is known or not. Throws TooManyAttempts after eight failures of an
 * account or of a known device, or thirty of a network, and for some seconds when too many sign-ins wait.
 */
export async function signIn(
  attempt: { email: string; password: string; clientAddress: string; device: KnownDevice | null },
  now: Date,
): Promise<{ sessionId: string; personId: string } | null> {
  const email = attempt.email.trim().toLowerCase();
  // PostgreSQL cannot store this character, so no account has it.
  if (email.includes("\u0000")) return null;
  const person = await database().person.findUnique({
    where: { email },
    select: {
      id: true,
      passwordHash: true,
      passwordVersion: true,
      grants: { where: { removedAt: null }, select: { role: true } },
    },
  });
  const knownDevice = person && attempt.device?.personId === person.id ? attempt.device.id : null;
  if (knownDevice === null && passwordWork().isFull) throw new TooManyAttempts(retryAfterSeconds);
  const counted = await countSignInAttempt({
    email,
    clientAddress: attempt.clientAddress,
    knownDevice,
  });
  const isRight = await isPassword(person?.passwordHash ?? (await decoyHash()), attempt.password);
  if (!person?.passwordHash || !isRight) return null;
  await countSignIn(person.id, person.passwordVersion);
  const length = isOfSecretariat(person) ? sessionLength.secretariat : sessionLength.others;
  const sessionId = await startSession(person, now, new Date(now.getTime() + length));
  if (sessionId === null) return null;
  await counted.forgive();
  return { sessionId, personId: person.id };
}

/**
 * Returns null when the account was deactivated or its password changed while the typed one was checked. It locks the
 * person's row, so that a password change in progress is waited for and then counts.
 */
async function startSession(
  { id: personId, passwordVersion }: { id: string; passwordVersion: number },
  now: Date,
  expiresAt: Date,
): Promise<string | null> {
  const [session] = await database().$queryRaw<{ id: string }[]>`
    with holder as (
      select id, "passwordVersion" from "Person"
      where id = ${personId}::uuid and "passwordVersion" = ${passwordVersion} and "deactivatedAt" is null
      for share)
    insert into "Session" (id, "personId", "passwordVersion", "startedAt", "lastSeenAt", "expiresAt")
    select ${randomUUID()}::uuid, id, "passwordVersion", ${now}, ${now}, ${expiresAt} from holder
    returning id`;
  return session?.id ?? null;
}

type GrantRow = { role: Role; cityId: string | null; countryCode: string | null };

type SessionRow = {
  sessionId: string;
  expiresAt: Date;
  lastSeenAt: Date;
  personId: string;
  name: string;
  grants: GrantRow[];
};

/**
 * Returns the person of a session with their present permissions. Null when it ended, expired, began with an earlier
 * password, or the person was deactivated. One hand-written statement, because every request begins with it.
 */
export async function findSignedIn(sessionId: string, now: Date): Promise<SignedIn | null> {
  const [session] = await database().$queryRaw<SessionRow[]>`
    select s.id as "sessionId", s."expiresAt", s."lastSeenAt", p.id as "personId", p.name,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'role', g.role, 'cityId', g."cityId", 'countryCode', g."countryCode") order by g.id)
        from "Grant" g where g."personId" = p.id and g."removedAt" is null), '[]') as grants
    from "Session" s join "Person" p on p.id = s."personId"
    where s.id = ${sessionId}::uuid and s."endedAt" is null and p."deactivatedAt" is null
      and s."passwordVersion" = p."passwordVersion"`;
  if (!session || session.expiresAt <= now) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > lastSeenIntervalMs) {
    await database().session.update({ where: { id: sessionId }, data: { lastSeenAt: now } });
  }
  const { personId, name, grants } = session;
  return { kind: "signed_in", personId, sessionId, name, grants: grants.flatMap(toGrants) };
}

/** Ends a session at once; ending it again changes nothing. */
export async function endSession(sessionId: string, now: Date): Promise<void> {
  await inTransaction((tx) =>
    tx.session.updateMany({ where: { id: sessionId, endedAt: null }, data: { endedAt: now } }),
  );
}
