import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { addPerson } from "@/lib/commands/people/add-person";
import { deactivatePerson } from "@/lib/commands/people/deactivate-person";
import { handOverGrant } from "@/lib/commands/people/hand-over-grant";
import { removeGrant } from "@/lib/commands/people/remove-grant";
import { renewPasswordLink } from "@/lib/commands/people/renew-password-link";
import { setPassword } from "@/lib/commands/people/set-password";
import { database } from "@/lib/db/client";
import { signIn } from "@/lib/db/sessions/sessions";
import type { SignedIn } from "@/lib/domain/people/actor";
import { givableRoles, looksAfterPeople } from "@/lib/domain/people/person";
import {
  findPerson,
  getAccount,
  listGrantPlaces,
  listPeople,
  peopleState,
} from "@/lib/queries/people/people";
import { findLinkHolder } from "@/lib/queries/sign-in/password-links";
import { type Cast, getCast } from "@/tests/support/cast";
import { aPerson, must } from "@/tests/support/factories";

const password = "the boats leave at dawn";

let cast: Cast;
let phuket: string;
let makassar: string;

beforeAll(async () => {
  cast = await getCast();
  phuket = await idOfCity("phuket");
  makassar = await idOfCity("makassar");
});

const list = (reader: SignedIn, params = {}) => listPeople(reader, peopleState.parse(params));

describe("who may see which people", () => {
  test("an administrator sees everybody, a lead the staff of their city, and others nobody", async () => {
    const names = async (reader: SignedIn) =>
      (await list(reader)).people.map((person) => person.name);

    expect(await names(cast.administrator)).toEqual(
      expect.arrayContaining([cast.leadOfPhuket.name, cast.reviewer.name]),
    );
    const seenByLead = await names(cast.leadOfMakassar);
    expect(seenByLead.toSorted()).toEqual(
      [cast.editorOfMakassar.name, cast.leadOfMakassar.name].toSorted(),
    );
    for (const reader of [cast.editorOfPhuket, cast.representativeOfThailand, cast.reviewer]) {
      expect(await names(reader), reader.name).toEqual([]);
      expect(await findPerson(reader, cast.administrator.personId), reader.name).toBeNull();
      expect(looksAfterPeople(reader), reader.name).toBe(false);
    }
  });

  test("a lead reads of their staff only what they hold in the lead's city", async () => {
    const personId = await aPerson();
    const { email } = await database().person.findUniqueOrThrow({ where: { id: personId } });
    const elsewhere = { email, name: "x", role: "editor", cityId: makassar };
    must(await addPerson(cast.administrator, elsewhere));

    const person = await findPerson(cast.leadOfPhuket, personId);

    expect(person?.grants.map((grant) => grant.city?.name)).toEqual(["Phuket"]);
    expect((await findPerson(cast.administrator, personId))?.grants).toHaveLength(2);
    expect(await findPerson(cast.leadOfPhuket, cast.reviewer.personId)).toBeNull();
  });

  test("no answer holds a password's hash", async () => {
    const answers = [
      await list(cast.administrator),
      await findPerson(cast.administrator, cast.reviewer.personId),
      await getAccount(cast.reviewer, new Date()),
    ];
    expect(JSON.stringify(answers)).not.toMatch(/argon2|passwordHash/u);
  });
});

describe("the list", () => {
  test("is searched by name and address, without case and without wildcards", async () => {
    const names = async (q: string) =>
      (await list(cast.administrator, { q })).people.map((person) => person.name);

    expect(await names("SECOND rev")).toEqual([cast.otherReviewer.name]);
    expect(await names("second-reviewer@")).toEqual([cast.otherReviewer.name]);
    expect(await names("nobody of this name")).toEqual([]);
    expect(await names("%")).toEqual([]);
  });

  test("is paged without losing or repeating anybody", async () => {
    for (let number = 0; number < 60; number += 1) await aPerson();

    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await list(cast.administrator, { after });
      expect(page.people.length).toBeLessThanOrEqual(50);
      seen.push(...page.people.map((person) => person.id));
      after = page.after;
    } while (after !== null);

    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(await database().person.count());
  });

  test("shows who never signed in, and when the others were last seen", async () => {
    const personId = await aPerson();
    expect(await findPerson(cast.administrator, personId)).toMatchObject({
      hasPassword: false,
      lastSeenAt: null,
    });
    const { people } = await list(cast.administrator, { q: cast.otherReviewer.name });
    expect(people[0]?.lastSeenAt).toBeInstanceOf(Date);
  });
});

describe("adding a person", () => {
  test("the person sets a password with the link, once, and signs in", async () => {
    const email = `${randomUUID()}@tests.example`;
    const typed = { email, name: "Somebody new", role: "editor", cityId: phuket };
    const { personId, token } = must(await addPerson(cast.leadOfPhuket, typed));
    const holder = await findLinkHolder(String(token), new Date());
    if (!holder) throw new Error("the link does not work");

    must(await setPassword(holder, { personId, password }));

    expect(await findLinkHolder(String(token), new Date())).toBeNull();
    expect(await setPassword(holder, { personId, password })).toMatchObject({
      refusal: { code: "wrong_state", reason: "link_spent" },
    });
    const attempt = { email, password, clientAddress: "198.51.100.9", device: null };
    expect(await signIn(attempt, new Date())).toMatchObject({ personId });
  });

  test("a link ends after three days, and when there is a newer one", async () => {
    const personId = await aPerson();
    const first = must(await renewPasswordLink(cast.administrator, { personId })).token;
    expect(await findLinkHolder(first, new Date(Date.now() + 73 * 3_600_000))).toBeNull();

    const second = must(await renewPasswordLink(cast.administrator, { personId })).token;
    expect(await findLinkHolder(first, new Date())).toBeNull();
    expect(await findLinkHolder(second, new Date())).toMatchObject({ personId });

    must(await deactivatePerson(cast.administrator, { personId }));
    expect(await findLinkHolder(second, new Date())).toBeNull();
  });

  test("a person with an account gets the role without a link; a role that they already have changes nothing", async () => {
    const personId = await aPerson();
    const { email } = await database().person.findUniqueOrThrow({ where: { id: personId } });
    const typed = { email, name: "Ignored", role: "lead", cityId: phuket };

    expect(must(await addPerson(cast.administrator, typed))).toMatchObject({ token: null });
    const before = await database().timelineEntry.count();
    expect(must(await addPerson(cast.administrator, typed))).toMatchObject({ personId });

    const person = await findPerson(cast.administrator, personId);
    expect(person).toMatchObject({ name: "New editor of Phuket" });
    expect(person?.grants).toHaveLength(2);
    expect(await database().timelineEntry.count()).toBe(before);
  });

  test("one address added by several at once becomes one person with one role", async () => {
    const email = `${randomUUID()}@tests.example`;
    const newcomer = { email, name: "New editor of Phuket", role: "editor", cityId: phuket };
    const added = await Promise.all(
      [cast.administrator, cast.leadOfPhuket, cast.administrator].map((actor) =>
        addPerson(actor, newcomer),
      ),
    );
    expect(new Set(added.map((result) => must(result).personId)).size).toBe(1);
    expect(added.filter((result) => must(result).token !== null)).toHaveLength(1);
    expect(await database().grant.count({ where: { person: { email } } })).toBe(1);
  });

  test("a reviewer gets no role in a city, and a city's staff no reviewer's role, unless the country's rule allows it", async () => {
    const reviewer = await anAccount("reviewer", null);
    const editor = await anAccount("editor", phuket);
    const apart = (field: string) => ({
      refusal: { code: "invalid", fields: { [field]: [{ key: "reviewer_apart" }] } },
    });
    const asEditor = { email: reviewer.email, name: "x", role: "editor", cityId: phuket };
    const asReviewer = { email: editor.email, name: "x", role: "reviewer" };
    expect(await addPerson(cast.administrator, asEditor)).toMatchObject(apart("role"));
    expect(await addPerson(cast.administrator, asReviewer)).toMatchObject(apart("role"));
    const handOver = { grantId: editor.grantId, toPersonId: reviewer.personId };
    expect(await handOverGrant(cast.administrator, handOver)).toMatchObject(apart("toPersonId"));
    const back = { grantId: reviewer.grantId, toPersonId: editor.personId };
    expect(await handOverGrant(cast.administrator, back)).toMatchObject(apart("toPersonId"));

    const thailand = { where: { code: "TH" } };
    await database().country.update({ ...thailand, data: { submitterMayDecide: true } });
    must(await addPerson(cast.administrator, asReviewer));
    must(await handOverGrant(cast.administrator, handOver));
    await database().country.update({ ...thailand, data: { submitterMayDecide: false } });
  });

  test("a lead gets the same answer for an address without an account, with an account, and with one that may not have the role", async () => {
    const known = await anAccount("editor", makassar);
    const reviewer = await anAccount("reviewer", null);
    const shut = await anAccount("editor", makassar);
    must(await deactivatePerson(cast.administrator, { personId: shut.personId }));
    const answerFor = async (email: string) => {
      const typed = { email, name: "Somebody", role: "editor", cityId: phuket };
      return must(await addPerson(cast.leadOfPhuket, typed));
    };

    const answers = [
      await answerFor(`${randomUUID()}@tests.example`),
      await answerFor(known.email),
      await answerFor(reviewer.email),
      await answerFor(shut.email),
    ];
    // The form shows only the address of such a person (app/(office)/office/people/actions.ts).
    expect(answers.map(({ isDiscreet }) => isDiscreet)).toEqual([true, true, true, true]);
    const held = (personId: string) =>
      database().grant.count({ where: { personId, cityId: phuket, removedAt: null } });
    expect(await held(known.personId)).toBe(1);
    expect(await held(reviewer.personId)).toBe(0);
    expect(await held(shut.personId)).toBe(0);
    const byAdministrator = { email: known.email, name: "x", role: "lead", cityId: makassar };
    expect(must(await addPerson(cast.administrator, byAdministrator)).isDiscreet).toBe(false);
  });

  test("a removed role stays listed with the person who removed it", async () => {
    const personId = await aPerson();
    const { id: grantId } = await database().grant.findFirstOrThrow({ where: { personId } });
    must(await removeGrant(cast.administrator, { grantId }));

    expect((await findPerson(cast.administrator, personId))?.grants).toMatchObject([
      { removedAt: expect.any(Date), removedBy: { name: cast.administrator.name } },
    ]);
  });

  test("the form offers exactly the roles that may be given", async () => {
    expect(givableRoles(cast.administrator)).toEqual([
      "editor",
      "lead",
      "representative",
      "reviewer",
      "administrator",
    ]);
    expect(givableRoles(cast.leadOfPhuket)).toEqual(["editor"]);
    expect(givableRoles(cast.reviewer)).toEqual([]);
    const { cities } = await listGrantPlaces(cast.leadOfPhuket);
    expect(cities.map((city) => city.id)).toEqual([phuket]);
    expect((await listGrantPlaces(cast.administrator)).cities.length).toBeGreaterThan(30);
  });
});

test("the account page lists the person's roles and browsers", async () => {
  const account = await getAccount(cast.leadOfPhuket, new Date());

  expect(account).toMatchObject({
    name: cast.leadOfPhuket.name,
    grants: [{ role: "lead", city: { name: "Phuket" } }],
  });
  expect(account._count.sessions).toBeGreaterThan(0);
});

/** Returns a person with one role and no password. */
async function anAccount(role: "editor" | "reviewer", cityId: string | null) {
  const email = `${randomUUID()}@tests.example`;
  const { personId } = must(
    await addPerson(cast.administrator, { email, name: "Somebody", role, cityId: cityId ?? "" }),
  );
  const { id: grantId } = await database().grant.findFirstOrThrow({ where: { personId } });
  return { email, personId, grantId };
}

async function idOfCity(slug: string) {
  const city = await database().city.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  return city.id;
}
