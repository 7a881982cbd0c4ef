import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, test, vi } from "vitest";
import { locales } from "@/lib/domain/language/locale";
import { firstAnswer } from "@/lib/site/first-answer.mjs";
import { cachePlaces, placesOf } from "@/lib/site/known-places.mjs";
import { cacheFailuresBriefly } from "@/lib/site/next/brief-failures.mjs";

const named = {
  cities: [{ address: "phnom-penh", names: ["Phnom Penh"] }],
  countries: [],
  partners: [],
};
const places = async () => placesOf(named);

function ask(url: string, method = "GET") {
  const request = Object.assign(new IncomingMessage(new Socket()), { url, method });
  return firstAnswer(request, places);
}

test.each([
  "/en/cities/%FF",
  "/km/%",
  "/en/cities/%ED%A0%80",
  "/en/history/%00",
  "/office/%E0%A4%A",
])("%s cannot be decoded, and a page says so", async (url) => {
  const answer = await ask(url);
  expect(answer?.status).toBe(400);
  expect(answer?.headers).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  expect(answer?.body).toContain(url.startsWith("/km") ? 'lang="km"' : "This address is not valid");
});

test.each(locales)(
  "in %s an address that cannot be decoded is answered in the language",
  async (locale) => {
    const answer = await ask(`/${locale}/cities/%FF`);
    const english = await ask("/en/cities/%FF");
    expect(answer?.body).toContain(`href="/${locale}"`);
    if (locale !== "en") expect(answer?.body).not.toContain("This address is not valid");
    expect(answer?.body.length).toBeGreaterThan((english?.body.length ?? 0) / 2);
  },
);

test("open data answers with a problem document that any site can read", async () => {
  for (const url of ["/api/v1/cities/%FF", "/api/v1/projects?q=%00"]) {
    const answer = await ask(url);
    expect([url, answer?.status]).toEqual([url, 400]);
    expect(answer?.headers["content-type"]).toBe("application/problem+json");
    expect(answer?.headers["access-control-allow-origin"]).toBe("*");
    expect(JSON.parse(answer?.body ?? "")).toMatchObject({ status: 400, type: "about:blank" });
  }
});

test.each([
  ["PUT", "/en", "GET, HEAD"],
  ["DELETE", "/en/cities/phuket", "GET, HEAD"],
  ["PATCH", "/", "GET, HEAD"],
  ["POST", "/en/feedback", "GET, HEAD"],
  ["POST", "/api", "GET, HEAD"],
  ["PUT", "/sign-in", "GET, HEAD, POST"],
  ["DELETE", "/office/projects/1", "GET, HEAD, POST"],
])("%s %s is refused, and %s are allowed", async (method, url, allow) => {
  const answer = await ask(url, method);
  expect([answer?.status, answer?.headers["allow"]]).toEqual([405, allow]);
  expect(answer?.body).toContain(method);
});

test.each([
  ["GET", "/en/cities/phnom-penh"],
  ["HEAD", "/en?asOf=2024-09-25"],
  ["POST", "/office/projects/1"],
  ["POST", "/sign-in"],
  ["PATCH", "/api/office/uploads/1"],
  ["POST", "/api/feedback"],
  ["OPTIONS", "/en"],
  ["GET", "/en/projects?q=100%25"],
  ["GET", "/en/projects?q=%"],
])("%s %s is passed on", async (method, url) => {
  expect(await ask(url, method)).toBeNull();
});

test("the redirect to the one address is permanent, and cached for an hour", async () => {
  expect(await ask("/EN/Cities/Phnom%20Penh?asof=2024-09-25")).toMatchObject({
    status: 308,
    headers: {
      location: "/en/cities/phnom-penh?asOf=2024-09-25",
      "cache-control": "public, max-age=3600",
    },
  });
  expect((await ask("/api/v1/cities/Phnom%20Penh"))?.headers).toMatchObject({
    location: "/api/v1/cities/phnom-penh",
    "access-control-allow-origin": "*",
  });
});

test("places are cached until something is published, and while they cannot be read no place is known", async () => {
  let revalidations = 0;
  let isAway = true;
  const list = vi.fn(async () => {
    if (isAway) throw new Error("The database is away");
    return named;
  });
  const read = cachePlaces(list, () => revalidations);
  expect((await read()).city("Phnom Penh")).toBeUndefined();
  isAway = false;
  for (let time = 0; time < 3; time += 1)
    expect((await read()).city("Phnom Penh")).toBe("phnom-penh");
  expect(list).toHaveBeenCalledTimes(2);
  revalidations += 1;
  await read();
  expect(list).toHaveBeenCalledTimes(3);
});

test("a failure is cached for one second at most, and a page as long as it says", async () => {
  const keptFor = (status: number, kept: string) => {
    const response = new ServerResponse(new IncomingMessage(new Socket()));
    cacheFailuresBriefly(response);
    response.setHeader("cache-control", kept);
    response.writeHead(status);
    return response.getHeader("cache-control");
  };
  const brief = "public, max-age=0, s-maxage=1";
  expect(keptFor(404, "s-maxage=31536000")).toBe(brief);
  expect(keptFor(500, "public, max-age=60")).toBe(brief);
  expect(keptFor(404, "no-store")).toBe("no-store");
  expect(keptFor(400, "public, max-age=0, s-maxage=1, stale-while-revalidate=1")).toContain(
    "stale",
  );
  expect(keptFor(503, "public, max-age=60")).toBe("no-store");
  expect(keptFor(429, "")).toBe("no-store");
  expect(keptFor(200, "s-maxage=31536000")).toBe("s-maxage=31536000");
});
