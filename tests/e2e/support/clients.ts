import { randomUUID } from "node:crypto";
import { type APIRequestContext, request } from "@playwright/test";
import { type Account, signInByRequest } from "@/tests/e2e/support/accounts";
import { withTestDatabase } from "@/tests/e2e/support/database";

/** Returns a signed-in client with a cookie of its own, without a page. */
export async function clientOf(baseURL: string, who: Account): Promise<APIRequestContext> {
  const context = await visitorOf(baseURL);
  await signInByRequest(context, who);
  return context;
}

/** Returns a client without a page that is not signed in. Like a browser it sends the origin of this site. */
export function visitorOf(baseURL: string): Promise<APIRequestContext> {
  return request.newContext({ baseURL, extraHTTPHeaders: { origin: new URL(baseURL).origin } });
}

/** Returns the cookies of a client, for streams, which Playwright cannot request. */
export async function cookiesOf(client: APIRequestContext): Promise<string> {
  const { cookies } = await client.storageState();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** Adds editors of a city, with the password of the first one. */
export function moreEditors(like: Account, count: number): Promise<Account[]> {
  return morePeople(
    like,
    Array.from({ length: count }, (_, place) => `Editor ${place + 1}`),
  );
}

/** Adds a person with this name, role and city, who has the password of the given account. */
export async function aPerson(like: Account, word: string): Promise<Account & { name: string }> {
  const [person] = await morePeople(like, [word]);
  if (!person) throw new Error("One person is added");
  return person;
}

async function morePeople(like: Account, words: string[]) {
  const people = words.map((word) => ({
    ...like,
    id: randomUUID(),
    email: `${randomUUID()}@tests.example`,
    name: `${word} of ${like.city}`,
  }));
  await withTestDatabase(async (client) => {
    for (const { id, email, name, role } of people) {
      await client.query(
        `with person as (
           insert into "Person" (id, email, name, "passwordHash", "createdAt")
           select $1, $2, $3, "passwordHash", now() from "Person" where email = $4 returning id)
         insert into "Grant" (id, "personId", role, "cityId", "grantedAt")
         select gen_random_uuid(), person.id, $6::"Role", c.id, now() from person, "City" c where c.slug = $5`,
        [id, email, name, like.email, like.city, role],
      );
    }
  });
  return people;
}
