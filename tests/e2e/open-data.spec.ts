import type { APIRequestContext } from "@playwright/test";
import { Validator } from "@seriousme/openapi-schema-validator";
import { compilerOf, type OpenApi } from "@/tests/e2e/support/openapi";
import { aPublicFile } from "@/tests/e2e/support/public-file";
import { expect, test } from "@/tests/e2e/support/test";

// The running server answers as /api/v1/openapi.json describes.

async function readDocument(request: APIRequestContext): Promise<OpenApi> {
  return (await request.get("/api/v1/openapi.json")).json();
}

/** Returns values for the parameters in the path and for the required ones. */
async function valuesFrom(request: APIRequestContext, document: OpenApi) {
  const { items } = await (await request.get("/api/v1/projects?city=phuket&limit=1")).json();
  const file = await aPublicFile("luang-prabang");
  return (address: string): Record<string, string> => {
    const [, noun] = address.split("/");
    const byNoun: Record<string, Record<string, string>> = {
      projects: { id: items[0].id },
      cities: { slug: "phuket" },
      reports: { slug: "2025", file: "1.json" },
      files: { id: file },
      "due.ics": { city: "phuket" },
      "{table}.csv": { table: "projects" },
      "{table}.xlsx": { table: "project-milestones" },
    };
    const values = byNoun[noun ?? ""] ?? {};
    const needed = document.paths[address]?.get.parameters.filter(({ required }) => required) ?? [];
    for (const { name } of needed)
      if (!values[name]) throw new Error(`What is ${name} of ${address}?`);
    return values;
  };
}

test("the description of open data is an OpenAPI document", async ({ request }) => {
  const document = await readDocument(request);
  const checked = await new Validator().validate(structuredClone(document));
  expect(checked).toMatchObject({ valid: true });
  expect(Object.keys(document.paths).length).toBeGreaterThan(12);
});

test("every operation answers what its description says", async ({ request }) => {
  // A new installation is still making the file; until then it answers with Retry-After.
  await expect.poll(async () => (await request.get("/api/v1/dump.zip")).status()).toBe(200);
  const document = await readDocument(request);
  const valuesOf = await valuesFrom(request, document);
  const compile = compilerOf(document);
  for (const [address, { get }] of Object.entries(document.paths)) {
    const values = valuesOf(address);
    const path = address.replaceAll(/\{(\w+)\}/gu, (_, name: string) => values[name] ?? "");
    const query = new URLSearchParams(
      get.parameters
        .filter((parameter) => parameter.in === "query" && parameter.required)
        .map(({ name }) => [name, values[name] ?? ""]),
    );
    const answer = await request.get(`/api/v1${path}?${query}`);
    expect([address, answer.status()]).toEqual([address, 200]);
    expect(answer.headers()["access-control-allow-origin"], address).toBe("*");
    expect(answer.headers()["etag"], address).toMatch(/^"/u);
    const [type, content] = Object.entries(get.responses["200"]?.content ?? {})[0] ?? [];
    if (type !== "*/*") expect(answer.headers()["content-type"], address).toContain(type);
    if (!content?.schema) continue;
    const validate = compile(content.schema);
    const isValid = validate(await answer.json());
    expect([address, isValid, validate.errors]).toEqual([address, true, null]);
    if (get.parameters.some(({ name }) => name === "asOf")) {
      const then = await request.get(`/api/v1${path}?asOf=2025-09-30`);
      expect([address, validate(await then.json()), validate.errors]).toEqual([
        address,
        true,
        null,
      ]);
    }
  }
});

/** A value for each filter of projects that has no closed list of values. */
const someValue: Record<string, string> = {
  q: "smart water",
  city: "phuket",
  country: "TH",
  cohort: "2018",
  focusArea: "civic-social",
  projectType: "mobility",
  subject: "flood-drainage",
  outcome: "none",
  startsIn: "2021",
  endsIn: "none",
  partner: "jica",
  effectiveFrom: "2021-01-01",
  effectiveBefore: "2025-01-01",
  asOf: "2025-09-30",
  limit: "20",
};

test("every filter of projects is explained, takes the values it describes and no others", async ({
  request,
}) => {
  const document = await readDocument(request);
  const compile = compilerOf(document);
  const { parameters } = document.paths["/projects"]?.get ?? { parameters: [] };
  expect(parameters.length).toBeGreaterThan(18);
  for (const { name, description, schema } of parameters) {
    expect(description, name).toBeTruthy();
    if (name === "cursor") continue;
    const values = schema.enum ?? [String(someValue[name])];
    for (const value of values) {
      const asked = `/api/v1/projects?${new URLSearchParams({ [name]: value })}`;
      expect([asked, (await request.get(asked)).status()]).toEqual([asked, 200]);
      // A query parameter is text, but its schema may be that of a number.
      const isMeant = compile(schema)(schema["type"] === "integer" ? Number(value) : value);
      expect([asked, isMeant]).toEqual([asked, true]);
    }
    const bad = name === "q" ? "a".repeat(201) : "~";
    const answer = await request.get(`/api/v1/projects?${new URLSearchParams({ [name]: bad })}`);
    expect([answer.status(), (await answer.json()).parameter]).toEqual([400, name]);
  }
});

test("every operation refuses in a problem document what it does not know", async ({ request }) => {
  const document = await readDocument(request);
  const compile = compilerOf(document);
  const validate = compile({ $ref: "#/components/schemas/Problem" });
  for (const address of Object.keys(document.paths)) {
    const path = address.replaceAll(/\{\w+\}/gu, "no-such-thing");
    const answer = await request.get(`/api/v1${path}?noSuchParameter=1`);
    expect([400, 404], address).toContain(answer.status());
    expect(answer.headers()["content-type"], address).toBe("application/problem+json");
    const isValid = validate(await answer.json());
    expect([address, isValid, validate.errors]).toEqual([address, true, null]);
  }
});

test("a browser on another site can read open data conditionally and sees its quota", async ({
  request,
}) => {
  const preflight = await request.fetch("/api/v1/projects", {
    method: "OPTIONS",
    headers: {
      origin: "https://elsewhere.example",
      "access-control-request-headers": "if-none-match",
    },
  });
  expect(preflight.ok()).toBe(true);
  expect(preflight.headers()["access-control-allow-headers"]).toMatch(/if-none-match/iu);

  const answer = await request.get("/api/v1/summary?asOf=2025-09-30");
  const { etag, ratelimit, "last-modified": modified } = answer.headers();
  expect(ratelimit).toMatch(/^"minute";r=\d+;t=\d+$/u);
  expect(Date.parse(String(modified))).toBeLessThanOrEqual(Date.now());
  const again = await request.get("/api/v1/summary?asOf=2025-09-30", {
    headers: { "if-none-match": `W/${etag}` },
  });
  expect(again.status()).toBe(304);
});
