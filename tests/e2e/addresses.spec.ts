import { readFileSync } from "node:fs";
import { connect } from "node:net";
import type { APIRequestContext } from "@playwright/test";
import { locales } from "@/lib/domain/language/locale";
import { examplePathsByDay, examplePathsWithoutDays } from "@/tests/e2e/support/public-pages";
import { expect, test } from "@/tests/e2e/support/test";

// Requests pages with other spellings of their addresses. tests/unit/one-address.test.ts tests the rules themselves.

const words = (locale: string) =>
  JSON.parse(readFileSync(`messages/${locale}/public.json`, "utf8")).public;

test("another spelling of an address redirects to the one address in one step", async ({
  request,
}) => {
  for (const [asked, address] of [
    ["/EN", "/en"],
    ["/en/Cities", "/en/cities"],
    ["/en/cities/Phnom-Penh", "/en/cities/phnom-penh"],
    ["/en/cities/hanoi", "/en/cities/ha-noi"],
    [
      "/th/cities/%E0%B8%81%E0%B8%A3%E0%B8%B8%E0%B8%87%E0%B9%80%E0%B8%97%E0%B8%9E%E0%B8%A1%E0%B8%AB%E0%B8%B2%E0%B8%99%E0%B8%84%E0%B8%A3",
      "/th/cities/bangkok",
    ],
    ["/en-GB", "/en"],
    ["/zh-CN", "/zh"],
    ["/zh-Hans/cities", "/zh/cities"],
    ["/zh-TW", "/zh"],
    ["/en/countries/cambodia", "/en/countries/KH"],
    ["/en/countries/kh?asOf=2024-09-25", "/en/countries/KH?asOf=2024-09-25"],
    ["/EN/Countries/Viet%20Nam?ASOF=2024-09-25", "/en/countries/VN?asOf=2024-09-25"],
    [
      "/en/projects?city=Phnom+Penh&asof=2024-09-25",
      "/en/projects?city=phnom-penh&asOf=2024-09-25",
    ],
    ["/api/v1/cities/Ha%20Noi", "/api/v1/cities/ha-noi"],
  ] as const) {
    const answer = await request.get(asked, { maxRedirects: 0 });
    expect([asked, answer.status(), answer.headers()["location"]]).toEqual([asked, 308, address]);
    const there = await request.get(address, { maxRedirects: 0 });
    expect([address, there.status()]).toEqual([address, 200]);
  }
});

test("a future day is refused in the reader's language on every page", async ({ request }) => {
  const year = new Date().getUTCFullYear() + 1;
  for (const locale of locales) await isRefused(request, locale, `?asOf=${year}-12-31`, "toCome");
  for (const path of [...examplePathsByDay, "/nowhere"])
    await isRefused(request, "en", `${path}?asOf=${year}-01-01`, "toCome");
  const today = new Date().toISOString().slice(0, 10);
  expect((await request.get(`/en?asOf=${today}`)).status()).toBe(200);
});

test("a page without days says why, and links to the page itself", async ({ request }) => {
  const day = "asOf=2024-09-25";
  for (const locale of locales) await isRefused(request, locale, `/reports?${day}`, "noDays");
  for (const path of examplePathsWithoutDays) {
    const html = await isRefused(request, "en", `${path}?${day}`, "noDays");
    expect(html).toContain(`href="/en${path}"`);
  }
  expect((await request.get(`/en/nothing/here?${day}`)).status()).toBe(404);
});

test("an address that cannot be decoded is refused with a text and logs no error", async ({
  request,
}) => {
  for (const [path, type] of [
    ["/en/cities/%FF", "text/html"],
    ["/en/%", "text/html"],
    ["/en/cities/%ED%A0%80", "text/html"],
    ["/en/history/%00", "text/html"],
    ["/en/compare?city=%00", "text/html"],
    ["/api/v1/cities/%FF", "application/problem+json"],
    ["/api/v1/projects/%00", "application/problem+json"],
  ] as const) {
    const answer = await raw(`GET ${path} HTTP/1.1`);
    expect([path, answer.slice(0, 12)]).toEqual([path, "HTTP/1.1 400"]);
    expect(answer.toLowerCase()).toContain(`content-type: ${type}`);
    expect(answer).toContain("This address is not valid");
  }
  const form = { text: "a\u0000b", about: "/", kind: "page", locale: "en" };
  const feedback = await request.post("/api/feedback", { form });
  expect(feedback.status()).toBe(400);
  const body = `email=a%00b%40c.example&password=x&json=true`;
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  const signIn = await request.post("/api/auth/callback/credentials", {
    headers: { "content-type": "application/x-www-form-urlencoded" },
    data: `${body}&csrfToken=${csrfToken}`,
    maxRedirects: 0,
  });
  expect(await signIn.text()).not.toContain("unavailable");
  expect(signIn.headers()["location"] ?? "").not.toContain("unavailable");
});

test("pages accept reads only, and an address that is too long is refused", async ({ request }) => {
  for (const method of ["PUT", "DELETE", "PATCH"])
    for (const [path, allow] of [
      ["/en", "GET, HEAD"],
      ["/en/cities/phuket", "GET, HEAD"],
      ["/sign-in", "GET, HEAD, POST"],
      ["/office", "GET, HEAD, POST"],
    ] as const) {
      const answer = await request.fetch(path, { method });
      expect([method, path, answer.status(), answer.headers()["allow"]]).toEqual([
        ...[method, path, 405, allow],
      ]);
    }
  const long = await raw(`GET /en?q=${"a".repeat(20_000)} HTTP/1.1`);
  expect(long).toContain("HTTP/1.1 431 Request Header Fields Too Large");
  expect(long).toContain("is too long");
});

test("a missing page is not cached, and browsers find an icon", async ({ request }) => {
  for (const path of ["/none", "/sitemapx", "/embedx", "/a/b/c", "/en/none", "/xx"]) {
    const answer = await request.get(path);
    expect([path, answer.status()]).toEqual([path, 404]);
    expect(answer.headers()["cache-control"]).not.toMatch(/max-?age=[1-9]\d/u);
  }
  const icon = await request.get("/favicon.ico");
  expect([icon.status(), icon.headers()["content-type"]]).toEqual([200, "image/x-icon"]);
  expect([...(await icon.body()).subarray(0, 4)]).toEqual([0, 0, 1, 0]);
});

/** Requests an address and expects a refusal with this message of `public.asOf`. */
async function isRefused(
  request: APIRequestContext,
  locale: string,
  path: string,
  why: "toCome" | "noDays",
): Promise<string> {
  const answer = await request.get(`/${locale}${path}`);
  expect([locale, path, answer.status()]).toEqual([locale, path, 400]);
  const html = await answer.text();
  const { title, text, reports } = words(locale).asOf[why];
  expect(html).toContain(`<h1`);
  expect(html).toContain(title);
  expect(html).toContain(path.startsWith("/reports") ? reports : text);
  return html;
}

/** Sends a raw request and returns the raw answer. */
async function raw(line: string): Promise<string> {
  const socket = connect(Number(process.env["E2E_PORT"]), "localhost");
  socket.write(
    `${line}\r\nHost: localhost:${process.env["E2E_PORT"]}\r\nConnection: close\r\n\r\n`,
  );
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
