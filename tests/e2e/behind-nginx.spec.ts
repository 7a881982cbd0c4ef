import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { startNginx } from "@/scripts/testing/nginx.mjs";
import { address, dataDirectory, kill, serve } from "@/tests/e2e/support/second-server";
import { expect, test } from "@/tests/e2e/support/test";

// Tests what deploy/nginx.conf does itself, with the limits of a real installation: npm test -- build nginx.

const directory = resolve(dataDirectory, "nginx-of-its-own");
const port = Number(process.env["E2E_PORT"]) + 3;
let nginx: Awaited<ReturnType<typeof startNginx>>;

test.beforeAll(async () => {
  await serve({
    HOST: "127.0.0.1",
    TRUSTED_PROXIES: "1",
    NEXTAUTH_URL: `http://127.0.0.1:${port}`,
  });
  nginx = await startNginx({ application: address, port, directory, isCrowd: false });
});
test.afterAll(async () => {
  await nginx.stop();
  kill();
});

test("tokens of links are in no log, not even as the referrer", async () => {
  const token = "a-token-nobody-may-read";
  const referer = `${nginx.origin}/set-password?token=${token}`;
  for (const path of ["/set-password", "/unsubscribe", "/api/unsubscribe", "/en/cities"])
    await fetch(`${nginx.origin}${path}?to=x&token=${token}`, { headers: { referer } });
  await fetch(`${nginx.origin}/en/cities?asOf=2025-09-30`);
  const log = () => readFileSync(resolve(directory, "access.log"), "utf8");
  await expect.poll(log).toContain("GET /en/cities?asOf=2025-09-30");
  expect(log()).toContain("GET /set-password HTTP");
  expect(log()).not.toContain(token);
  expect(readFileSync(resolve(directory, "error.log"), "utf8")).not.toContain(token);
});

test("request bodies are small except for uploads", async () => {
  const statusOf = async (path: string, bytes: number) =>
    (await fetch(`${nginx.origin}${path}`, { method: "POST", body: "x".repeat(bytes) })).status;
  expect(await statusOf("/api/auth/callback/credentials", 20_000)).toBe(413);
  expect(await statusOf("/en", 1_200_000)).toBe(413);
  expect(await statusOf("/api/office/bulk/submit", 17_000_000)).toBe(413);
  // nginx passes the request on, and the application refuses its sender.
  for (const [path, bytes] of [
    ["/api/office/bulk/submit", 2_000_000],
    ["/api/office/records/x/changes", 2_000_000],
    ["/api/office/uploads", 2_000_000],
  ] as const)
    expect([path, (await statusOf(path, bytes)) === 413]).toEqual([path, false]);
});

test("a client's host and forwarding headers are overwritten", async () => {
  const headers = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" };
  const answer = await fetch(`${nginx.origin}/office`, { headers, redirect: "manual" });
  expect(String(answer.headers.get("location"))).not.toContain("evil");
  const action = await fetch(`${nginx.origin}/sign-in`, {
    method: "POST",
    headers: { ...headers, origin: "https://evil.example", "next-action": "0".repeat(42) },
    body: "[]",
  });
  expect(action.status).toBeGreaterThanOrEqual(400);
});

test("a network that requests too much is refused with a text", async () => {
  const statuses = await Promise.all(
    Array.from({ length: 400 }, async () => (await fetch(`${nginx.origin}/en/cities`)).status),
  );
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
});
