import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { account } from "@/tests/e2e/support/accounts";
import { clientOf, moreEditors } from "@/tests/e2e/support/clients";
import { projectsOf, withTestDatabase } from "@/tests/e2e/support/database";

/** Ten people write in six fields, so each field has several writers. */
const fields = [
  "summary",
  "description",
  "scheduleReason",
  "dataNote",
  "closingReason",
  "internalNotes",
];

/** An answered save: its fields and values, and the version of the draft after it. */
type Acknowledged = { key: string; field: string; value: unknown; version: number };
type Item = { id: string; text: string };

/**
 * Makes ten people write in one project at the same time, each as long as `goesOn` returns true for the next turn. Each
 * acknowledged edit is in the history once, and the last edit of each field is the draft's value.
 */
export async function writeTogether(
  baseURL: string,
  city: string,
  goesOn: (turn: number) => boolean,
): Promise<void> {
  const editor = account("editor", city);
  const people = await moreEditors(editor, 10);
  const clients = await Promise.all(people.map((who) => clientOf(baseURL, who)));
  const project = (await projectsOf(city)).at(-1);
  const path = `/api/office/records/${project?.id}`;
  const before = await changesOf(project?.id);

  const all = await Promise.all(clients.map((client, who) => write(client, who, path, goesOn)));
  const acknowledged = all.flat();
  expect(acknowledged.length).toBeGreaterThan(people.length * fields.length);
  test.info().annotations.push({ type: "edits", description: String(acknowledged.length) });

  const rows = (await changesOf(project?.id)).slice(before.length);
  expect(rows).toHaveLength(acknowledged.length);
  const inHistory = new Map(rows.map((row) => [`${row.saveId} ${row.field}`, row.after]));
  for (const { key, field, value } of acknowledged) {
    expect(inHistory.get(`${key} ${field}`), field).toEqual(value);
  }
  const [reader] = clients;
  if (!reader) throw new Error("Nobody wrote");
  const draft = (await (await reader.get(path)).json()).value.fields;
  for (const field of [...fields, "challenges"]) {
    const last = acknowledged
      .filter((each) => each.field === field)
      .sort((a, b) => a.version - b.version)
      .at(-1);
    expect(draft[field], field).toEqual(last?.value);
  }
  // Every entry that was added to the list is there once.
  const added = acknowledged.filter(({ field }) => field === "challenges");
  const texts = (draft.challenges as Item[]).map(({ text }) => text);
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts.filter((text) => text.startsWith("Challenge ")).length).toBe(added.length);
}

/** Writes as a form does: one save at a time, with the values seen. It resolves a conflict with the typed value. */
async function write(
  client: APIRequestContext,
  who: number,
  path: string,
  goesOn: (turn: number) => boolean,
) {
  const acknowledged: Acknowledged[] = [];
  const seen = (await (await client.get(path)).json()).value.fields as Record<string, unknown>;
  for (let turn = 0; goesOn(turn); turn += 1) {
    // A list has a maximum length, so entries are added only in the first turns.
    const isList = turn % 5 === 4 && turn < 25;
    const field = isList ? "challenges" : String(fields[(who + turn) % fields.length]);
    const text = `Challenge ${turn} of person ${who}`;
    const value = isList
      ? [...(seen["challenges"] as Item[]), { id: randomUUID(), text }]
      : `What person ${who} wrote in turn ${turn}`;
    for (let isSaved = false; !isSaved; ) {
      const key = randomUUID();
      const answer = await save(client, path, key, { field, seen: seen[field], value });
      for (const [name, now] of Object.entries(answer.fields)) seen[name] = now;
      if (answer.savedFields.includes(field)) {
        acknowledged.push({ key, field, value: answer.fields[field], version: answer.version });
      }
      isSaved = answer.conflicts.length === 0;
    }
  }
  return acknowledged;
}

/**
 * Sends a save. Every third answer counts as lost: the same edits are sent again with the same key, and must change
 * nothing.
 */
async function save(client: APIRequestContext, path: string, key: string, change: object) {
  const data = { key, version: null, changes: [change] };
  const first = await client.post(`${path}/changes`, { data });
  expect(first.status()).toBe(200);
  const { value } = await first.json();
  if (Number.parseInt(key.slice(0, 2), 16) % 3 === 0) {
    const again = await (await client.post(`${path}/changes`, { data })).json();
    expect(again.ok).toBe(true);
    expect(again.value.savedFields).toEqual([]);
  }
  return value;
}

function changesOf(recordId: string | undefined) {
  return withTestDatabase(async (client) => {
    const { rows } = await client.query(
      `select "saveId", field, after from "DraftChange" where "recordId" = $1 order by at, id`,
      [recordId],
    );
    return rows as { saveId: string; field: string; after: unknown }[];
  });
}
