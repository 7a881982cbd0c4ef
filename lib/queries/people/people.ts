import "server-only";
import * as z from "zod";
import { database } from "@/lib/db/client";
import type { SignedIn } from "@/lib/domain/people/actor";
import { visibleGrants, visiblePeople, visibleStaffCities } from "@/lib/queries/shared/visible";

const pageSize = 50;

/** The state of the list as in its address. Invalid parts are ignored. */
export const peopleState = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  /** The cursor: the id of the last person of the page before. */
  after: z.uuid().optional().catch(undefined),
});

export type PeopleState = z.output<typeof peopleState>;

const grantWithPlace = {
  id: true,
  role: true,
  isAlternate: true,
  cityId: true,
  city: { select: { name: true } },
  country: { select: { name: true } },
} as const;

/** Returns one page of the people this reader may see, by name, with their roles and when they last signed in. */
export async function listPeople(reader: SignedIn, state: PeopleState) {
  const rows = await database().person.findMany({
    where: { AND: [visiblePeople(reader), matching(state.q)] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    ...(state.after && { cursor: { id: state.after }, skip: 1 }),
    take: pageSize + 1,
    select: {
      id: true,
      name: true,
      email: true,
      deactivatedAt: true,
      grants: {
        where: { AND: [visibleGrants(reader), { removedAt: null }] },
        orderBy: { grantedAt: "asc" },
        select: grantWithPlace,
      },
    },
  });
  const page = rows.slice(0, pageSize);
  const ids = page.map((person) => person.id);
  const [seen, without] = await Promise.all([lastSeen(ids), withoutPassword(ids)]);
  return {
    people: page.map((person) => ({
      ...person,
      lastSeenAt: seen.get(person.id) ?? null,
      hasPassword: !without.has(person.id),
    })),
    after: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  };
}

/** Returns a person with their present and past roles. Null when this reader may not see them. */
export async function findPerson(reader: SignedIn, personId: string) {
  if (!z.uuid().safeParse(personId).success) return null;
  const person = await database().person.findFirst({
    where: { AND: [{ id: personId }, visiblePeople(reader)] },
    select: {
      id: true,
      name: true,
      email: true,
      createdAt: true,
      deactivatedAt: true,
      grants: {
        where: visibleGrants(reader),
        orderBy: { grantedAt: "asc" },
        select: {
          ...grantWithPlace,
          grantedAt: true,
          grantedBy: { select: { name: true } },
          removedAt: true,
          removedBy: { select: { name: true } },
          handedFrom: { select: { person: { select: { name: true } } } },
        },
      },
    },
  });
  if (!person) return null;
  const [seen, without] = await Promise.all([lastSeen([personId]), withoutPassword([personId])]);
  return {
    ...person,
    lastSeenAt: seen.get(personId) ?? null,
    hasPassword: !without.has(personId),
  };
}

/**
 * Lists the cities and countries in which this reader may give a role: all for an administrator, their own cities for a
 * lead.
 */
export async function listGrantPlaces(reader: SignedIn) {
  const cities = await database().city.findMany({
    where: visibleStaffCities(reader),
    orderBy: { name: "asc" },
    select: { id: true, name: true, country: { select: { name: true } } },
  });
  const countries = await database().country.findMany({
    orderBy: { name: "asc" },
    select: { code: true, name: true },
  });
  return { cities, countries };
}

/** Returns the reader's own account: their roles, their mail settings, and in how many browsers they are signed in. */
export async function getAccount(reader: SignedIn, now: Date) {
  return database().person.findUniqueOrThrow({
    where: { id: reader.personId },
    select: {
      id: true,
      name: true,
      email: true,
      locale: true,
      timeZone: true,
      noticeChoices: { where: { byMail: false }, select: { kind: true } },
      grants: {
        where: { removedAt: null },
        orderBy: { grantedAt: "asc" },
        select: grantWithPlace,
      },
      _count: { select: { sessions: { where: { endedAt: null, expiresAt: { gt: now } } } } },
    },
  });
}

function matching(q: string | undefined) {
  if (!q) return {};
  // Prisma passes a search on as a pattern, so wildcards are escaped here.
  const contains = q.replaceAll(/[\\%_]/gu, "\\$&");
  return {
    OR: [
      { name: { contains, mode: "insensitive" as const } },
      { email: { contains: contains.toLowerCase() } },
    ],
  };
}

async function lastSeen(personIds: string[]) {
  const rows = await database().session.groupBy({
    by: ["personId"],
    where: { personId: { in: personIds } },
    _max: { lastSeenAt: true },
  });
  return new Map(rows.map((row) => [row.personId, row._max.lastSeenAt]));
}

/** The database answers whether there is a password; the hash stays there. */
async function withoutPassword(personIds: string[]) {
  const rows = await database().person.findMany({
    where: { id: { in: personIds }, passwordHash: null },
    select: { id: true },
  });
  return new Set(rows.map((row) => row.id));
}
