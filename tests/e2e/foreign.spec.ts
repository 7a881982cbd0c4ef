import { readdirSync, readFileSync } from "node:fs";
import { account } from "@/tests/e2e/support/accounts";
import { clientOf, visitorOf } from "@/tests/e2e/support/clients";
import { expect, test } from "@/tests/e2e/support/test";

/** Every route that writes, by its folder, with a value for each parameter. */
const routes = readdirSync("app", { recursive: true })
  .map(String)
  .filter((name) => name.endsWith("route.ts"))
  .flatMap((name) => {
    const source = readFileSync(`app/${name}`, "utf8");
    return ["POST", "PUT", "PATCH", "DELETE"]
      .filter((method) => new RegExp(`\\b${method}\\b`, "u").test(source))
      .map((method) => ({ method, path: `/${name.replace(/\/route\.ts$/u, "")}` }));
  })
  .map(({ method, path }) => ({
    method,
    path: path.replaceAll(/\/\([^)]+\)|^\/\([^)]+\)/gu, "").replaceAll(/\[+[^\]]+\]+/gu, "a"),
  }));

test("a page of another site cannot write, whatever route and headers it uses", {
  tag: "@desktop",
}, async ({ baseURL }) => {
  const editor = await clientOf(String(baseURL), account("editor", "phuket"));
  const actions = [
    "/office",
    "/office/account",
    "/sign-in",
    "/set-password",
    "/unsubscribe",
    "/en",
  ];
  const places = [...routes, ...actions.map((path) => ({ method: "POST", path }))];
  expect(places.length).toBeGreaterThan(20);
  for (const { method, path } of places) {
    for (const headers of [
      { origin: String(baseURL), "sec-fetch-site": "cross-site" },
      { origin: String(baseURL), "sec-fetch-site": "same-site" },
      { origin: String(baseURL).replace("http:", "https:") },
      { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
      // The client sends its headers with every request, so a missing origin is sent as "null".
      { origin: "null" },
    ]) {
      const answer = await editor.fetch(path, { method, headers, maxRedirects: 0 });
      expect(answer.status(), `${method} ${path} ${JSON.stringify(headers)}`).toBe(403);
    }
  }
});

test("signing out clears the browser's cache, and only a device that signed in is known", {
  tag: "@desktop",
}, async ({ baseURL }) => {
  const client = await visitorOf(String(baseURL));
  const names = async () => (await client.storageState()).cookies.map(({ name }) => name);
  const { csrfToken } = await (await client.get("/api/auth/csrf")).json();
  const { email, password } = account("editor", "phuket");
  const form = { csrfToken, email, password: "not the password of this", json: "true" };
  expect((await client.post("/api/auth/callback/credentials", { form })).status()).toBe(401);
  expect(await names()).not.toContain("known-device");

  const right = await client.post("/api/auth/callback/credentials", {
    form: { ...form, password },
  });
  expect(right.status()).toBe(200);
  const kept = (await client.storageState()).cookies;
  expect(kept.find(({ name }) => name === "known-device")).toMatchObject({
    httpOnly: true,
    sameSite: "Lax",
    path: "/",
  });
  expect(await names()).toContain("next-auth.session-token");

  const out = await client.post("/api/auth/signout", { form: { csrfToken, json: "true" } });
  expect(out.headers()["clear-site-data"]).toBe('"cache"');
  expect(await names()).toContain("known-device");
  expect(await names()).not.toContain("next-auth.session-token");
  const page = await client.get("/office/account", { maxRedirects: 0 });
  expect(page.status()).toBe(307);
});
