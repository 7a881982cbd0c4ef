import { expect, test } from "vitest";

// Sets a database that does not answer and a quota of three, before the first route loads lib/settings/env.ts.
Object.assign(process.env, {
  DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
  OPEN_DATA_PER_MINUTE: "3",
});
const { GET: getSummary } = await import("@/app/api/v1/summary/route");

function askFrom(address: string) {
  const headers = { "x-client-address": address };
  return getSummary(new Request("http://localhost/api/v1/summary", { headers }));
}

test("while the database is down, requests are answered with 503 and Retry-After", async () => {
  const answer = await askFrom("192.0.2.1");
  expect(answer.status).toBe(503);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.headers.get("retry-after")).toBe("5");
  expect(await answer.json()).toMatchObject({ status: 503, title: "Not available right now" });
});

test("a client over its quota is told how long to wait, and others are answered", async () => {
  const headersOf = async (address: string) => (await askFrom(address)).headers;
  expect((await headersOf("192.0.2.2")).get("ratelimit")).toMatch(/^"minute";r=2;t=\d+$/u);
  await askFrom("192.0.2.2");
  await askFrom("192.0.2.2");
  const answer = await askFrom("192.0.2.2");
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(answer.headers.get("ratelimit-policy")).toBe('"minute";q=3;w=60');
  expect(await answer.json()).toMatchObject({ status: 429 });
  expect((await askFrom("192.0.2.3")).status).not.toBe(429);
});

test("the many addresses of one network are one client", async () => {
  for (const last of [1, 2, 3]) await askFrom(`2001:db8:1:2::${last}`);
  expect((await askFrom("2001:db8:1:2:ffff::9")).status).toBe(429);
  expect((await askFrom("2001:db8:1:3::1")).status).not.toBe(429);
  expect((await askFrom("2001:db8::1")).status).not.toBe(429);
});
