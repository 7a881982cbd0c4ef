import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import type { APIRequestContext } from "@playwright/test";
import { account } from "@/tests/e2e/support/accounts";
import { clientOf, moreEditors, visitorOf } from "@/tests/e2e/support/clients";
import { idsOf, projectsOf } from "@/tests/e2e/support/database";
import { filesUnder } from "@/tests/e2e/support/made-up";
import { expect, test } from "@/tests/e2e/support/test";
import {
  addFile,
  aPdf,
  begin,
  offsetOf,
  piece,
  sendAndBreak,
  tus,
  uploadHeaders,
  uploads,
} from "@/tests/e2e/support/uploads";

// Tests the uploads of the browser with plain requests, because the sender may be any program.

const pdf = aPdf(2_000_000);

function as(baseURL: string | undefined, ...who: [string, string?]) {
  return clientOf(String(baseURL), account(...who));
}

async function aFile(request: APIRequestContext, recordId: string, bytes: Buffer) {
  const address = await begin(request, recordId, bytes.length);
  const patched = await request.patch(address, { headers: piece(0), data: bytes });
  expect(patched.status()).toBe(204);
  return addFile(request, recordId, address);
}

test("an upload continues after a lost connection, and becomes a file", async ({ baseURL }) => {
  const { projectId } = await idsOf("phuket");
  const editor = await as(baseURL, "editor", "phuket");
  const address = await begin(editor, projectId, pdf.length);
  await sendAndBreak(editor, `${baseURL}${address}`, pdf, 1_200_000);
  await expect.poll(() => offsetOf(editor, address)).toBeGreaterThan(0);

  const arrived = await offsetOf(editor, address);
  expect(arrived).toBeLessThan(pdf.length);
  const early = await editor.post(`/api/office/records/${projectId}/files`, {
    data: { uploadId: address.split("/").at(-1) },
  });
  expect(await early.json()).toMatchObject({
    refusal: { fields: { file: [{ key: "upload_unfinished" }] } },
  });

  const rest = await editor.patch(address, {
    headers: piece(arrived),
    data: pdf.subarray(arrived),
  });
  expect(rest.status()).toBe(204);
  const added = await editor.post(`/api/office/records/${projectId}/files`, {
    data: { uploadId: address.split("/").at(-1) },
  });
  const { value } = await added.json();
  expect(value).toMatchObject({ name: "report.pdf", bytes: pdf.length });

  const sha256 = createHash("sha256").update(pdf).digest("hex");
  const kept = filesUnder(`.data/e2e/${process.env["E2E_PORT"]}/files`).filter(({ name }) =>
    name.endsWith(sha256),
  );
  expect(kept.length).toBe(1);
  for (const { name } of kept) {
    expect(statSync(name).mode & 0o077, `${name} is for the server's account alone`).toBe(0);
  }

  const file = await editor.get(`/api/office/files/${value.id}`);
  expect((await file.body()).equals(pdf)).toBe(true);
  const headers = file.headers();
  expect(headers["content-security-policy"]).toBe("default-src 'none'; sandbox");
  expect(headers["content-disposition"]).toBe(
    "attachment; filename=\"report.pdf\"; filename*=UTF-8''report.pdf",
  );
  expect(headers).toMatchObject({
    "content-type": "application/pdf",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "accept-ranges": "bytes",
    // The browser stores the file but asks each time, so that a person who signed out cannot open it from the cache.
    "cache-control": "private, no-cache, no-transform",
  });
  const part = await editor.get(`/api/office/files/${value.id}`, {
    headers: { range: "bytes=9-18" },
  });
  expect(part.status()).toBe(206);
  expect(await part.text()).toBe("0123456789");
  expect(part.headers()["content-range"]).toBe(`bytes 9-18/${pdf.length}`);
  const last = await editor.get(`/api/office/files/${value.id}`, {
    headers: { range: "bytes=-6" },
  });
  expect(await last.text()).toBe("%%EOF\n");
  const beyond = { range: `bytes=${pdf.length}-` };
  expect((await editor.get(`/api/office/files/${value.id}`, { headers: beyond })).status()).toBe(
    416,
  );
  const known = { "if-none-match": String(headers["etag"]) };
  expect((await editor.get(`/api/office/files/${value.id}`, { headers: known })).status()).toBe(
    304,
  );
});

test("nobody else can begin, continue, read or finish an upload", async ({ baseURL }) => {
  const { projectId } = await idsOf("phuket");
  const editor = await as(baseURL, "editor", "phuket");
  const address = await begin(editor, projectId, pdf.length);
  const added = await (await aFile(editor, projectId, pdf)).json();
  const visitor = await visitorOf(String(baseURL));
  const strangers: [APIRequestContext, number][] = [
    [await as(baseURL, "lead", "makassar"), 404],
    [await as(baseURL, "reviewer"), 404],
    [visitor, 401],
  ];
  for (const [request, status] of strangers) {
    const headers = { ...tus, ...uploadHeaders(projectId), "upload-length": "10" };
    expect((await request.post(uploads, { headers })).status()).toBe(status);
    expect((await request.patch(address, { headers: piece(0), data: pdf })).status()).toBe(status);
    expect((await request.head(address, { headers: tus })).status()).toBe(status);
    expect((await request.delete(address, { headers: tus })).status()).toBe(status);
    expect((await request.get(`/api/office/files/${added.value.id}`)).status()).toBe(404);
    expect((await request.get(`/api/v1/files/${added.value.id}`)).status()).toBe(404);
  }
  // Not even the sender can read an upload back.
  expect((await editor.get(address, { headers: tus })).status()).toBe(405);
  expect(await offsetOf(editor, address)).toBe(0);
});

test("another site cannot upload, and no upload is larger than 20 MB", async ({ baseURL }) => {
  const { projectId } = await idsOf("phuket");
  const editor = await as(baseURL, "editor", "phuket");
  const limit = 20 * 1024 * 1024;
  const start = (bytes: number, more: Record<string, string> = {}) =>
    editor.post(uploads, {
      headers: { ...tus, ...uploadHeaders(projectId), "upload-length": String(bytes), ...more },
    });
  for (const origin of ["https://evil.example", "null", `${baseURL}.evil.example`])
    expect((await start(10, { origin })).status()).toBe(403);
  const withoutProtocol = await editor.post(uploads, { data: pdf });
  expect(withoutProtocol.status()).toBe(403);
  expect((await start(limit + 1)).status()).toBe(413);
  expect((await start(limit)).status()).toBe(201);

  // The server does not accept more bytes than were announced.
  const address = await begin(editor, projectId, 10);
  const more = await editor.patch(address, { headers: piece(0), data: pdf });
  expect(more.status()).toBe(413);
});

test("unfinished uploads count towards the limits of a project and a person", {
  tag: "@desktop",
}, async ({ baseURL }) => {
  const [first, second] = await projectsOf("battambang");
  if (!first || !second) throw new Error("Battambang has projects");
  const base = String(baseURL);
  const [one, other] = await moreEditors(account("editor", "battambang"), 2);
  if (!one || !other) throw new Error("Two people are added");
  const [editor, colleague] = [await clientOf(base, one), await clientOf(base, other)];
  const largest = 20 * 1024 * 1024;
  const begun: string[] = [];
  const tryToBegin = async (client: APIRequestContext, recordId: string) => {
    const headers = { ...tus, ...uploadHeaders(recordId), "upload-length": String(largest) };
    const answer = await client.post(uploads, { headers });
    if (answer.status() === 201) begun.push(String(answer.headers()["location"]));
    return answer.status() === 201 ? "begun" : (await answer.json()).refusal.fields.file[0].key;
  };

  // All are requested at once, and they do not all fit into one project.
  const all = await Promise.all(Array.from({ length: 13 }, () => tryToBegin(editor, first.id)));
  expect(all.filter((answer) => answer === "begun")).toHaveLength(10);
  expect(all.filter((answer) => answer === "project_full")).toHaveLength(3);
  expect(await tryToBegin(colleague, first.id)).toBe("project_full");
  expect(await tryToBegin(editor, second.id)).toBe("person_full");
  expect(await tryToBegin(colleague, second.id)).toBe("begun");

  // An upload that was cancelled no longer counts.
  const last = String(begun.pop());
  await colleague.delete(last, { headers: tus });
  await editor.delete(String(begun.pop()), { headers: tus });
  expect(await tryToBegin(editor, second.id)).toBe("begun");
  for (const address of begun) await editor.delete(address, { headers: tus });
});

test("a file of an unsupported type is refused with a reason and not stored", async ({
  baseURL,
}) => {
  const project = (await projectsOf("phuket")).at(-2);
  if (!project) throw new Error("Phuket has projects");
  const editor = await as(baseURL, "editor", "phuket");
  const listed = async () => (await editor.get(`/api/office/records/${project.id}/files`)).json();
  const before = await listed();
  const tries: [string, string][] = [
    ["<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'></svg>", "markup"],
    ["<!doctype html><script>alert(1)</script>", "markup"],
    ["GIF89a", "kind"],
    ["no columns here", "kind"],
  ];
  for (const [text, key] of tries) {
    const answer = await aFile(editor, project.id, Buffer.from(text));
    expect(answer.status()).toBe(422);
    expect(await answer.json()).toEqual({
      ok: false,
      refusal: { code: "invalid", fields: { file: [{ key }] } },
    });
  }
  expect(await listed()).toEqual(before);
});
