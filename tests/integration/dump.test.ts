import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import canonicalize from "canonicalize";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { fromBufferPromise } from "yauzl";
import { GET } from "@/app/api/v1/dump.zip/route";
import { withholdRecord } from "@/lib/commands/review/withhold-record";
import { database } from "@/lib/db/client";
import { dictionary, tables } from "@/lib/open-data/datasets";
import { makeDump } from "@/lib/open-data/dump";
import { getCast } from "@/tests/support/cast";
import { aPublishedProject, must } from "@/tests/support/factories";

/** Returns an instant so many minutes from now, when every transaction that began before it has ended. */
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);

function getDump(headers: Record<string, string> = {}) {
  return GET(new Request("http://localhost/api/v1/dump.zip", { headers }));
}

async function readDump(): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(Buffer.from(await (await getDump()).arrayBuffer()));
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
  return files;
}

test("one file holds everything that is public, explained and licensed, and nothing else", async () => {
  const cast = await getCast();
  const shown = await aPublishedProject(cast);
  const hidden = await aPublishedProject(cast);
  must(await withholdRecord(cast.reviewer, { recordId: hidden, reason: "r", notice: "n" }));
  await makeDump(later(1));

  const files = await readDump();
  const names = tables.map(({ name }) => `csv/${name}.csv`);
  expect([...files.keys()]).toEqual(expect.arrayContaining(names));
  expect(files.get("README.txt")).toContain("an apostrophe before it");
  expect(files.get("LICENCE.txt")).toContain("CC BY 4.0");
  expect(JSON.parse(files.get("dictionary.json") ?? "")).toEqual(dictionary);

  const projects = JSON.parse(files.get("json/projects.json") ?? "");
  const rows: { id: string }[] = parse(files.get("csv/projects.csv") ?? "", {
    bom: true,
    columns: true,
  });
  expect(rows.map((row) => row.id)).toEqual(projects.map(({ id }: { id: string }) => id));
  expect(rows.map((row) => row.id)).toContain(shown);

  const editions = JSON.parse(files.get("json/editions.json") ?? "");
  const visible = { record: { withholdings: { none: { endedAt: null } } } };
  expect(editions).toHaveLength(await database().edition.count({ where: visible }));
  for (const { content, hash } of editions.slice(0, 20)) {
    const canonical = canonicalize(content) ?? "";
    expect(createHash("sha256").update(canonical).digest("hex")).toBe(hash);
  }
  const everything = [...files.values()].join("\n");
  expect(everything).not.toContain(hidden);
  expect(everything).not.toMatch(/internalNotes|passwordHash|@tests\.example/u);
});

test("it is made again only when something changed, and all but the last two are removed", async () => {
  const cast = await getCast();
  const shas = [];
  for (const minutes of [2, 3, 4]) {
    await aPublishedProject(cast);
    await makeDump(later(minutes));
    await makeDump(later(minutes));
    const answer = await getDump();
    await answer.body?.cancel();
    shas.push(answer.headers.get("etag")?.replaceAll('"', "") ?? "");
  }
  expect(new Set(shas).size).toBe(3);
  expect(await database().dataDump.count()).toBe(2);
  const isThere = (sha: string) =>
    existsSync(
      join(String(process.env["DATA_DIR"]), "files", sha.slice(0, 2), sha.slice(2, 4), sha),
    );
  expect(shas.map(isThere)).toEqual([false, true, true]);

  const kept = await getDump({ "if-none-match": `"${shas[2]}"` });
  expect(kept.status).toBe(304);
  const part = await getDump({ range: "bytes=0-1" });
  expect([part.status, await part.text()]).toEqual([206, "PK"]);
});

test("it is not served while it may hold a withheld record", async () => {
  const cast = await getCast();
  const recordId = await aPublishedProject(cast);
  await makeDump(new Date());
  must(await withholdRecord(cast.reviewer, { recordId, reason: "r", notice: "n" }, later(5)));
  const answer = await getDump();
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toBe("10");
  // The request above started to make a file, which may still hold the record. The first call only waits for that one.
  await makeDump(later(10));
  await makeDump(later(10));
  const made = await getDump();
  expect(made.status).toBe(200);
  await made.body?.cancel();
});
