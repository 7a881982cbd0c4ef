import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { actionIds } from "@/tests/e2e/support/actions";
import { address, kill, serve } from "@/tests/e2e/support/second-server";
import { expect, test } from "@/tests/e2e/support/test";

// Tests what hostile visitors get from the server, and what other visitors get in the meantime.

test.describe.configure({ mode: "serial" });
test.afterEach(kill);

const one = { "x-forwarded-for": "192.0.2.1" };
const neighbour = { "x-forwarded-for": "192.0.2.200" };
const other = { "x-forwarded-for": "198.51.100.7" };

function get(path: string, headers: Record<string, string>) {
  return fetch(`${address}${path}`, { headers, redirect: "manual" });
}

/** Requests a page until it is cached: a process that has just subscribed to publications clears its cache. */
async function keep(path: string) {
  const visitor = { "x-forwarded-for": "203.0.113.9" };
  await expect
    .poll(async () => (await get(path, visitor)).headers.get("x-nextjs-cache"))
    .toBe("HIT");
}

test("a network has a quota of uncached pages, and cached pages cost nothing", {
  tag: "@desktop",
}, async () => {
  await serve({ TRUSTED_PROXIES: "1", PAGES_PER_MINUTE: "12" });
  await keep("/en/cities");
  const asked = (each: number) => `/en/projects?q=word${each}`;
  let refused: Response | undefined;
  for (let each = 0; each < 14 && !refused; each += 1) {
    const answer = await get(asked(each), each % 2 ? one : neighbour);
    if (answer.status === 200) continue;
    expect(answer.status).toBe(429);
    refused = answer;
  }
  expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(refused?.headers.get("cache-control")).toBe("no-store");
  expect(await refused?.text()).toContain("Please try again in a moment");
  // The refusal is in the language of the page.
  expect(await (await get("/th/projects?q=word", one)).text()).toContain("โปรดลองอีกครั้ง");
  for (const path of ["/sign-in", "/en/none", "/api/auth/csrf"])
    expect([path, (await get(path, one)).status]).toEqual([path, 429]);
  expect((await get("/en/cities", one)).status).toBe(200);
  expect((await get("/en/cities?utm_source=a-letter", one)).status).toBe(200);
  expect((await get("/en/projects?q=word1", other)).status).toBe(200);
  expect((await get("/en/projects?q=another", other)).status).toBe(200);
});

test("a client with many requests waits and is then refused; a client with one is answered", {
  tag: "@desktop",
}, async () => {
  await serve({ TRUSTED_PROXIES: "1", PAGES_PER_MINUTE: "0" });
  await keep("/en/cities");
  const attack = Array.from({ length: 200 }, async (_, each) => {
    const answer = await get(`/en/projects?q=word${each}`, one);
    await answer.arrayBuffer();
    return answer.status;
  });
  // On a busy machine one page may take as long as the maximum wait; a reader then tries again.
  await expect.poll(async () => (await get("/en/projects?q=a+reader", other)).status).toBe(200);
  expect((await get("/en/cities", other)).status).toBe(200);
  expect((await get("/api/health/ready", other)).status).toBe(200);
  const statuses = await Promise.all(attack);
  expect(statuses.filter((status) => status === 503).length).toBeGreaterThan(100);
  expect(new Set(statuses)).toEqual(new Set([200, 503]));
});

test("a day without a change redirects to the last day of change", {
  tag: "@desktop",
}, async () => {
  await serve();
  const ways: Record<string, string | null> = {
    // What was due in September 2025 without any report had passed on the first day of October.
    "/en?asOf=2025-10-17": "/en?asOf=2025-10-01",
    "/km/projects?q=bus&asOf=2025-10-17": "/km/projects?q=bus&asOf=2025-10-01",
    "/en/cities?asOf=1950-01-01": "/en/cities?asOf=2018-07-07",
    "/en/changes?since=2018-08-03": "/en/changes?since=2018-07-08",
    // What was due in 2018 without any report had passed on the first day of 2019.
    "/en?asOf=2019-02-03": "/en?asOf=2019-01-01",
    "/en?asOf=2025-09-30": null,
    "/en": null,
  };
  for (const [asked, way] of Object.entries(ways)) {
    const answer = await get(asked, {});
    expect([asked, answer.headers.get("location")]).toEqual([asked, way]);
    expect(answer.status).toBe(way ? 307 : 200);
    await answer.arrayBuffer();
    if (way) expect((await get(way, {})).status).toBe(200);
  }
});

test("a request body that is too large is refused early", { tag: "@desktop" }, async () => {
  await serve();
  const send = (path: string, body: string | ReadableStream, headers = {}) =>
    fetch(`${address}${path}`, { method: "POST", body, headers, duplex: "half" } as RequestInit);
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const signIn = "/api/auth/callback/credentials";
  for (const [path, bytes] of [
    [signIn, 20_000],
    ["/api/feedback", 70_000],
    ["/en", 20_000],
    ["/sign-in", 1_200_000],
    ["/api/office/bulk/submit", 17_000_000],
  ] as const) {
    const answer = await send(path, "x".repeat(bytes), form);
    expect([path, answer.status]).toEqual([path, 413]);
    expect(await answer.text()).toContain("too large");
  }
  const pieces = new Blob(["x".repeat(60_000)]).stream();
  expect((await send(signIn, pieces, form)).status).toBe(411);
  expect((await send(signIn, "email=a&password=b", form)).status).toBeLessThan(400);
});

test("a request for another host is redirected or refused", { tag: "@desktop" }, async () => {
  await serve();
  const { host, port } = new URL(address);
  const ask = (...lines: string[]) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), "localhost", () =>
        socket.write(`${lines.join("\r\n")}\r\n\r\n`),
      );
      let said = "";
      socket.on("data", (chunk) => {
        said += chunk;
      });
      socket.on("end", () => resolve(said.slice(0, said.indexOf("\r\n\r\n")))).on("error", reject);
    });
  const close = "Connection: close";
  const ours = `Host: ${host}`;
  expect(await ask("GET /en/cities HTTP/1.1", ours, close)).toMatch(/^HTTP\/1.1 200 /u);
  expect(await ask("GET /en HTTP/1.1", ours, ours, close)).toMatch(/^HTTP\/1.1 400 /u);
  expect(await ask("GET /office HTTP/1.1", "Host: evil.example", close)).toContain(
    `location: ${address}/office`,
  );
  expect(await ask("GET //evil.example/ HTTP/1.1", "Host: evil.example", close)).toContain(
    `location: ${address}/evil.example/`,
  );
  const absolute = await ask("GET http://evil.example/office HTTP/1.1", ours, close);
  expect(absolute).toContain(`location: ${address}/office`);
  expect(await ask(`GET ${address}/en/cities HTTP/1.1`, "Host: evil.example", close)).toMatch(
    /^HTTP\/1.1 200 /u,
  );
  expect(await ask("GET evil HTTP/1.1", ours, close)).toMatch(/^HTTP\/1.1 400 /u);
  const post = "POST /api/feedback HTTP/1.1";
  expect(await ask(post, "Host: evil.example", "Content-Length: 0", close)).toMatch(
    /^HTTP\/1.1 421 /u,
  );
  // The operator of the machine requests it by its own name.
  for (const name of ["127.0.0.1", "10.0.0.7:3000"])
    expect(await ask("GET /api/health/ready HTTP/1.1", `Host: ${name}`, close)).toMatch(
      /^HTTP\/1.1 200 /u,
    );
});

test("an installation with https sends its header in every answer", {
  tag: "@desktop",
}, async () => {
  await serve({ NEXTAUTH_URL: "https://plans.example.org" });
  const { port } = new URL(address);
  const headerOf = (path: string, method = "GET", host = "plans.example.org") =>
    new Promise<unknown>((resolve, reject) => {
      const asked = httpRequest(
        { port, host: "localhost", path, method, headers: { host } },
        (answer) => {
          answer.resume();
          resolve(answer.headers["strict-transport-security"]);
        },
      );
      asked.once("error", reject).end();
    });
  const said = "max-age=31536000";
  for (const path of ["/en", "/en/none", "/api/v1/cities", "/api/health/live", "/sign-in", "/%FF"])
    expect([path, await headerOf(path)]).toEqual([path, said]);
  expect(await headerOf("/en", "TRACE")).toBe(said);
  expect(await headerOf("/en", "GET", "evil.example")).toBe(said);
  expect(await headerOf(`/${"x".repeat(20_000)}`)).toBe(said);
  kill();
  await serve();
  expect((await fetch(`${address}/en`)).headers.get("strict-transport-security")).toBeNull();
});

test("behind a proxy with a certificate a form is answered, whichever page its action belongs to", {
  tag: "@desktop",
}, async () => {
  const site = "https://plans.example.org";
  await serve({ NEXTAUTH_URL: site, TRUSTED_PROXIES: "1" });
  const { port } = new URL(address);
  const statusOf = (action: string) =>
    new Promise<unknown>((resolve, reject) => {
      const headers = {
        host: new URL(site).host,
        origin: site,
        "x-forwarded-proto": "https",
        "x-forwarded-for": "192.0.2.1",
        "next-action": action,
        "content-type": "text/plain;charset=UTF-8",
        "content-length": 2,
      };
      const asked = httpRequest(
        { port, host: "localhost", path: "/sign-in", method: "POST", headers },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        },
      );
      asked.once("error", reject).end("[]");
    });
  for (const action of actionIds()) expect([action, await statusOf(action)]).toEqual([action, 200]);
});
