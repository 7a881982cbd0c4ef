import { randomUUID } from "node:crypto";
import { timesOf } from "./times.mjs";

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu;

/**
 * Sends recorded statements again over its own connection, without the application. Ids that differ between two
 * recordings of the same work were generated for it, so each run generates new ones. Returns the times.
 */
export async function replay(client, first, second, { warmUp, runs }) {
  const known = new Set(idsIn(second));
  const made = [...new Set(idsIn(first))].filter((id) => !known.has(id));
  const statements = first.map(({ text, values }) => ({ text, values: JSON.stringify(values) }));
  const once = async () => {
    const fresh = new Map(made.map((id) => [id, randomUUID()]));
    for (const { text, values } of statements) {
      const replaced = values.replaceAll(uuid, (id) => fresh.get(id) ?? id);
      await client.query(text, JSON.parse(replaced));
    }
  };
  await timesOf(warmUp, once);
  return timesOf(runs, once);
}

function idsIn(statements) {
  return JSON.stringify(statements.map((statement) => statement.values)).match(uuid) ?? [];
}
