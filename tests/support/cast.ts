import { randomUUID } from "node:crypto";
import { database } from "@/lib/db/client";
import { findSignedIn } from "@/lib/db/sessions/sessions";
import type { MailReader, SignedIn } from "@/lib/domain/people/actor";
import { cast as accounts } from "@/prisma/seed/cast";

type AccountName = keyof typeof accounts;

/**
 * Everybody who acts in tests: the people of the demo accounts, signed in; a visitor; and the person who opened the
 * link at the end of a mail to the editor of Phuket.
 */
export type Cast = Record<AccountName, SignedIn> & {
  visitor: { kind: "visitor" };
  mailReader: MailReader;
};

/**
 * Everybody in the permission matrix of a record of Phuket. The people of Cambodia are left out, because they have the
 * same rights there as those of Indonesia. The holder of a one-time link is another person in each situation.
 */
export type CastName =
  | Exclude<keyof Cast, "editorOfBattambang" | "leadOfBattambang" | "representativeOfCambodia">
  | "linkHolder";

const inAnHour = 60 * 60 * 1000;

// The key is the connection, because the next test file uses another database.
const signedIn = new WeakMap<ReturnType<typeof database>, Promise<Cast>>();

/** Returns the cast, signed in once for each test file. A test that removes a grant must add a person of its own. */
export function getCast(): Promise<Cast> {
  const cast = signedIn.get(database()) ?? signInAll();
  signedIn.set(database(), cast);
  return cast;
}

/** Starts a session for a person and looks it up as a request would. */
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
  // The cast has one person for each name.
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
