import { randomUUID } from "node:crypto";
import { type APIRequestContext, request } from "@playwright/test";
import { type Account, signInByRequest } from "@/tests/e2e/support/accounts";
import { withTestDatabase } from "@/tests/e2e/support/database";

/** Somebody signed in with a cookie of their own, without a page. */
export async function clientOf(baseURL: string, who: Account): Promise<APIRequestContext> {
  const context = await visitorOf(baseURL);
  await signInByRequest(context, who);
  return context;
}

/** Somebody who is not signed in, without a page; as browsers do, it says of what it sends that it is this site's. */
export function visitorOf(baseURL: string): Promise<APIRequestContext> {
  return request.newContext({ baseURL, extraHTTPHeaders: { origin: new URL(baseURL).origin } });
}

/** Returns the cookies of a client, for requests that Playwright does not make: streams. */
export async function cookiesOf(client: APIRequestContext): Promise<string> {
  const { cookies } = await client.storageState();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** Further editors of a city, who sign in with the password of the one there is. */
export function moreEditors(like: Account, count: number): Promise<Account[]> {
  return morePeople(
    like,
    Array.from({ length: count }, (_, place) => `Editor ${place + 1}`),
  );
}

/** Somebody with these words for a name, a role and a city, who signs in with the password of the account given. */
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
