import { describe, expect, test } from "vitest";
import { isFromThisSite, refuseForeign } from "@/lib/web/from-this-site.mjs";
import { mediaTypeOf } from "@/lib/web/own-request";

const address = "https://tracker.example";
const asks = (headers: Record<string, string>) => isFromThisSite((name) => headers[name], address);

describe("a request that writes", () => {
  test.each([
    [{ origin: address, cookie: "a=b" }],
    [{ origin: address, "sec-fetch-site": "same-origin", cookie: "a=b" }],
    // The page hides its origin, but the browser sends where the request comes from.
    [{ origin: "null", "sec-fetch-site": "same-origin", cookie: "a=b" }],
    [{ "sec-fetch-site": "same-origin", cookie: "a=b" }],
    // A mail program that unsubscribes sends none of these headers.
    [{}],
  ])("is of this site's pages: %j", (headers) => {
    expect(asks(headers)).toBe(true);
  });

  test.each([
    [{ origin: "https://evil.example" }],
    [{ origin: "https://tracker.example.evil.example" }],
    [{ origin: "http://tracker.example" }],
    [{ origin: "https://tracker.example:8443" }],
    [{ origin: "null", cookie: "a=b" }],
    [{ cookie: "a=b" }],
    [{ origin: address, "sec-fetch-site": "cross-site" }],
    [{ origin: address, "sec-fetch-site": "same-site" }],
    [{ "sec-fetch-site": "none", cookie: "a=b" }],
    [{ "sec-fetch-site": "cross-site" }],
    [{ origin: "https://evil.example", "x-forwarded-host": "evil.example" }],
  ])("is not: %j", (headers) => {
    expect(asks(headers)).toBe(false);
  });

  test("is refused on every route, with the refusal of a command where it calls one", () => {
    const headers = { "sec-fetch-site": "cross-site" };
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "MADEUP"]) {
      expect(refuseForeign({ method, url: "/sign-in", headers }, address)?.status).toBe(403);
    }
    const command = refuseForeign(
      { method: "POST", url: "/api/office/projects", headers },
      address,
    );
    expect(JSON.parse(command?.words ?? "")).toEqual({
      ok: false,
      refusal: { code: "forbidden" },
    });
    for (const method of ["GET", "HEAD", "OPTIONS"]) {
      expect(refuseForeign({ method, url: "/", headers }, address)).toBeNull();
    }
  });
});

test.each([
  ["application/json", true],
  ["application/json; charset=utf-8", true],
  ["Application/JSON ;charset=utf-8", true],
  ["application/jsonevil", false],
  ["application/json-patch+json", false],
  ["text/plain; application/json", false],
  ["", false],
])("a command takes JSON and nothing that begins like it: %j is %s", (type, isTaken) => {
  const headers = { "content-type": type };
  const request = new Request("http://localhost/", { method: "POST", headers });
  expect(mediaTypeOf(request) === "application/json").toBe(isTaken);
});
