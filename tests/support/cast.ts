import { randomUUID } from "node:crypto";
import { database } from "@/lib/db/client";
import { findSignedIn } from "@/lib/db/sessions/sessions";
import type { MailReader, SignedIn } from "@/lib/domain/people/actor";
import { cast as accounts } from "@/prisma/seed/cast";

type AccountName = keyof typeof accounts;

/**
 * Everybody who acts in tests: the people of the demo accounts, signed in, a visitor, and whoever opened the link at
 * the end of a mail to the editor of Phuket.
 */
export type Cast = Record<AccountName, SignedIn> & {
  visitor: { kind: "visitor" };
  mailReader: MailReader;
};

/**
 * Everybody whom the permission matrix asks about a record of Phuket. Cambodia's people are as foreign to it as
 * Indonesia's, and whoever holds a one-time link is somebody else in each situation.
 */
export type CastName =
  | Exclude<keyof Cast, "editorOfBattambang" | "leadOfBattambang" | "representativeOfCambodia">
  | "linkHolder";

const inAnHour = 60 * 60 * 1000;

// By the connection: the next test file works on another database.
const signedIn = new WeakMap<ReturnType<typeof database>, Promise<Cast>>();

/**
 * Returns the cast, signed in once per test file. Whoever takes a grant away in a test asks for a person of their own.
 */
export function getCast(): Promise<Cast> {
  const cast = signedIn.get(database()) ?? signInAll();
  signedIn.set(database(), cast);
  return cast;
}

/** Starts a session for a person and resolves it as a request would. */
async function signInAs(personId: string): Promise<SignedIn> {
  const now = new Date();
  const id = randomUUID();
  const expiresAt = new Date(now.getTime() + inAnHour);
  const { passwordVersion } = await database().person.findUniqueOrThrow({
    where: { id: personId },
    select: { passwordVersion: true },
  });
  await database().session.create({
    data: { id, personId, passwordVersion, startedAt: now, lastSeenAt: now, expiresAt },
  });
  const person = await findSignedIn(id, now);
  if (!person) throw new Error(`${personId} cannot sign in`);
  return person;
}

async function signInAll(): Promise<Cast> {
  const names = Object.keys(accounts) as AccountName[];
  const people = await Promise.all(names.map((name) => signInByEmail(accounts[name].email)));
  const cast = Object.fromEntries(names.map((name, index) => [name, people[index]]));
  // One person for each name.
  const signedIn = cast as Record<AccountName, SignedIn>;
  const { personId } = signedIn.editorOfPhuket;
  return {
    ...signedIn,
    visitor: { kind: "visitor" },
    mailReader: { kind: "mail_reader", personId },
  };
}

async function signInByEmail(email: string) {
  const person = await database().person.findUniqueOrThrow({
    where: { email },
    select: { id: true },
  });
  return signInAs(person.id);
}
