import { randomUUID } from "node:crypto";
import { account } from "@/tests/e2e/support/accounts";
import { clientOf, cookiesOf, moreEditors } from "@/tests/e2e/support/clients";
import { draftOf, endSessionsOf, projectsOf } from "@/tests/e2e/support/database";
import { expect, test } from "@/tests/e2e/support/test";

// Tests the answers of the routes of an open form for each reader (docs/permissions.md).

async function aPath(index: number) {
  const project = (await projectsOf("phuket")).at(index);
  return `/api/office/records/${project?.id}`;
}

/** Opens a stream of events and reads it piece by piece. */
async function listen(baseURL: string | undefined, path: string, cookie: string, tab: string) {
  const ended = new AbortController();
  const answer = await fetch(`${baseURL}${path}/live?tab=${tab}`, {
    headers: { cookie },
    signal: ended.signal,
  });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let received = "";
  return {
    status: answer.status,
    close: () => ended.abort(),
    /** Reads until an expected text, or to the end of the stream when none is given. */
    async until(text: string | null) {
      while (text === null || !received.includes(text)) {
        const piece = await reader?.read();
        if (!piece || piece.done) break;
        received += piece.value;
      }
      return received;
    },
  };
}

test("only people who may read a draft get it, its events and its presence", async ({
  baseURL,
}) => {
  const path = await aPath(-1);
  const draft = await draftOf(path);
  const strangers = [
    ["editor", "makassar", 404],
    ["representative", "ID", 404],
    ["representative", "TH", 404],
    ["reviewer", undefined, 404],
    ["administrator", undefined, 200],
    ["editor", "phuket", 200],
  ] as const;
  const visitor = await fetch(`${baseURL}${path}`);
  expect(visitor.status).toBe(401);
  expect((await listen(baseURL, path, "", randomUUID())).status).toBe(401);
  for (const [role, place, status] of strangers) {
    const client = await clientOf(String(baseURL), account(role, place));
    const name = `${role} ${place ?? ""}`;
    expect((await client.get(path)).status(), name).toBe(status);
    const stream = await listen(baseURL, path, await cookiesOf(client), randomUUID());
    expect(stream.status, name).toBe(status);
    stream.close();
    const response = await client.post(`${path}/presence`, {
      data: { tab: randomUUID(), field: null },
    });
    expect(response.status(), name).toBe(status);
    const data = {
      key: randomUUID(),
      version: null,
      changes: [{ field: "dataNote", seen: "never", value: "x" }],
    };
    const isOwn = place === "phuket";
    const saved = await client.post(`${path}/changes`, { data });
    expect(saved.status(), name).toBe(isOwn ? 200 : 403);
    await client.dispose();
  }
  expect(await draftOf(path)).toBe(draft);
});

test("another site cannot send anything with a reader’s cookie", async ({ baseURL }) => {
  const path = await aPath(-1);
  const client = await clientOf(String(baseURL), account("editor", "phuket"));
  const change = { field: "dataNote", seen: "", value: "Sent from elsewhere" };
  const bodies = {
    changes: { key: randomUUID(), version: null, changes: [change] },
    presence: { tab: randomUUID(), field: null },
  };
  const draft = await draftOf(path);
  for (const [route, data] of Object.entries(bodies)) {
    const foreign = await client.post(`${path}/${route}`, {
      data,
      headers: { origin: "https://elsewhere.example" },
    });
    expect(foreign.status(), route).toBe(403);
    const asForm = await client.post(`${path}/${route}`, {
      data: JSON.stringify(data),
      headers: { "content-type": "text/plain" },
    });
    expect(asForm.status(), route).toBe(403);
  }
  expect(await draftOf(path)).toBe(draft);
});

test("a repeated save changes nothing more, and its key belongs to its writer", async ({
  baseURL,
}) => {
  const path = await aPath(-1);
  const editor = await clientOf(String(baseURL), account("editor", "phuket"));
  const lead = await clientOf(String(baseURL), account("lead", "phuket"));
  const { value: now } = await (await editor.get(path)).json();
  const text = `Written once ${randomUUID()}`;
  const data = {
    key: randomUUID(),
    version: now.version,
    changes: [{ field: "dataNote", seen: now.fields.dataNote, value: text }],
  };
  const post = async () => (await (await editor.post(`${path}/changes`, { data })).json()).value;
  const [first, again] = [await post(), await post()];
  expect(first.savedFields).toEqual(["dataNote"]);
  expect(again).toMatchObject({
    savedFields: [],
    written: { dataNote: text },
    version: first.version,
  });

  const draft = await draftOf(path);
  const stolen = await lead.post(`${path}/changes`, { data });
  expect(stolen.status()).toBe(404);
  expect(await draftOf(path)).toBe(draft);
});

test("an event stream reports saves and people, and ends with its session", async ({ baseURL }) => {
  const path = await aPath(-1);
  // The test adds a person of its own, because it ends all sessions of that person.
  const [person] = await moreEditors(account("editor", "battambang"), 1);
  if (!person) throw new Error("Nobody was added");
  const own = `/api/office/records/${(await projectsOf("battambang"))[0]?.id}`;
  const editor = await clientOf(String(baseURL), account("editor", "phuket"));
  const lead = await clientOf(String(baseURL), account("lead", "phuket"));
  const [mine, theirs] = [randomUUID(), randomUUID()];

  const stream = await listen(baseURL, path, await cookiesOf(editor), mine);
  await stream.until('"version"');
  const other = await listen(baseURL, path, await cookiesOf(lead), theirs);
  expect(await stream.until(theirs)).toContain(
    '"name":"Lead of Phuket","field":null,"isSelf":false',
  );
  await lead.post(`${path}/presence`, { data: { tab: theirs, field: "summary" } });
  expect(await stream.until('"field":"summary"')).not.toContain("@");
  other.close();
  expect(await stream.until('"people":[]}')).toContain('"people":[]}');
  stream.close();

  const ending = await clientOf(String(baseURL), person);
  const last = await listen(baseURL, own, await cookiesOf(ending), randomUUID());
  await last.until('"version"');
  await endSessionsOf(person.email);
  // The test only ends when the stream ends by itself.
  await last.until(null);
});

test("the number of streams of one person is limited", async ({ baseURL }) => {
  const path = `/api/office/records/${(await projectsOf("makassar"))[0]?.id}`;
  const client = await clientOf(String(baseURL), account("administrator"));
  const cookie = await cookiesOf(client);
  const streams = [];
  for (let count = 0; count < 20; count += 1)
    streams.push(await listen(baseURL, path, cookie, randomUUID()));
  expect(streams.map(({ status }) => status)).toEqual(Array(20).fill(200));
  expect((await listen(baseURL, path, cookie, randomUUID())).status).toBe(429);
  for (const { close } of streams) close();
});
