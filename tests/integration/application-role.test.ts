import { Logger, runOnce } from "graphile-worker";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import {
  makeApplicationRole,
  tryMakeApplicationRole,
} from "@/scripts/database/application-role.mjs";
import { databaseName, databaseUrl, onServer } from "@/scripts/testing/databases.mjs";
import { getCast } from "@/tests/support/cast";
import { aSubmission, must } from "@/tests/support/factories";

/** Connects with the application's own role, which has only its own rights. */
let client: pg.Client;
let address: string;

beforeAll(async () => {
  const cast = await getCast();
  must(await approveSubmission(cast.reviewer, { submissionId: await aSubmission(cast) }));
  const url = await makeApplicationRole(process.env["DATABASE_URL"] as string);
  client = new pg.Client({ connectionString: url });
  await client.connect();
  address = url;
});

afterAll(() => client.end());

const histories = [
  "Edition",
  "TimelineEntry",
  "ChainHead",
  "PublishedHead",
  "Decision",
  "DraftChange",
  "Save",
  "DraftComment",
  "EvidenceFile",
  "EvidenceRating",
  "Assessment",
  "AssessmentStep",
  "InternalNote",
  "ReportFreeze",
  "ReportEdition",
  "ReportRecord",
  "RowDigest",
];

test("is created once when several programs create it in several databases at once", async () => {
  const owner = String(process.env["DATABASE_URL"]);
  const names = Array.from({ length: 4 }, () => databaseName());
  try {
    for (const name of names)
      await onServer(owner, `create database ${name} template ${inject("templateName")}`);
    const urls = await Promise.all(
      names.map((name) => makeApplicationRole(databaseUrl(owner, name))),
    );
    for (const url of urls) expect((await onServer(url, "select 1")).rowCount).toBe(1);
  } finally {
    for (const name of names) await onServer(owner, `drop database if exists ${name}`);
  }
});

describe("the application's role cannot change history", () => {
  test.each(histories)("%s", async (table) => {
    const denied = new RegExp(`permission denied for table ${table}$`, "u");
    await expect(client.query(`delete from "${table}"`)).rejects.toThrow(denied);
    await expect(client.query(`truncate "${table}" cascade`)).rejects.toThrow(denied);
    const { rows } = await client.query(
      "select column_name as name from information_schema.columns where table_name = $1",
      [table],
    );
    for (const { name } of rows) {
      const update = client.query(`update "${table}" set "${name}" = "${name}"`);
      await expect(update, name).rejects.toThrow(denied);
    }
  });

  test("nor change the content of a submission; it can only change its state", async () => {
    await client.query(`update "Submission" set state = state`);
    await expect(client.query(`update "Submission" set content = '{}'`)).rejects.toThrow(
      /permission denied/u,
    );
    await expect(client.query(`delete from "Submission"`)).rejects.toThrow(/permission denied/u);
  });

  test("nor change or remove what was said in review", async () => {
    await expect(client.query(`update "Comment" set text = text`)).rejects.toThrow(
      /permission denied/u,
    );
    await expect(client.query(`delete from "Comment"`)).rejects.toThrow(/permission denied/u);
  });

  test("nor change a withholding, except to end it", async () => {
    await client.query(`update "Withholding" set "endedAt" = "endedAt" where false`);
    for (const statement of [
      `update "Withholding" set reason = reason`,
      `delete from "Withholding"`,
    ]) {
      await expect(client.query(statement)).rejects.toThrow(/permission denied/u);
    }
  });

  test("nor sign in as the owner", () => {
    const owner = new URL(process.env["DATABASE_URL"] as string);
    expect(new URL(address).password).not.toBe(owner.password);
  });

  test("nor disable the triggers", async () => {
    for (const statement of [
      `alter table "Edition" disable trigger refuse_change`,
      `drop trigger chain_timeline_entry on "TimelineEntry"`,
      "set session_replication_role = replica",
      `drop table "TimelineEntry"`,
    ]) {
      await expect(client.query(statement)).rejects.toThrow(/must be owner|permission denied/u);
    }
  });

  test("but it adds to the chain, whose head only the trigger changes", async () => {
    const head = () =>
      client
        .query(`select place from "ChainHead" where chain = 'network'`)
        .then(({ rows }) => rows[0]?.place ?? 0);
    const before = await head();
    await client.query(
      `insert into "TimelineEntry" (id, at, kind, detail) values (gen_random_uuid(), now(), 'password_set', '{}')`,
    );
    expect(await head()).toBe(before + 1);
  });

  test("and runs jobs", async () => {
    const { rows } = await client.query("select id from graphile_worker.add_job('free_lost_jobs')");
    const done: unknown[] = [];
    await runOnce({
      connectionString: address,
      taskList: { free_lost_jobs: (payload) => void done.push(payload) },
      noHandleSignals: true,
      logger: new Logger(() => () => {}),
    });
    expect(done).toHaveLength(1);
    const left = await client.query("select id from graphile_worker.jobs where id = $1", [
      rows[0].id,
    ]);
    expect(left.rows).toEqual([]);
  });
});

describe("on an own PostgreSQL server", () => {
  const owner = process.env["DATABASE_URL"] as string;

  test("an owner who may create roles gets one for the application", async () => {
    const url = await tryMakeApplicationRole(owner, "a secret of the installation");
    const database = new URL(owner).pathname.slice(1);
    expect(new URL(String(url)).username).toBe(`${database}_application`);
    const own = new pg.Client({ connectionString: String(url) });
    await own.connect();
    await expect(own.query(`delete from "Edition"`)).rejects.toThrow(/permission denied/u);
    await own.query(`drop owned by current_user`);
    await own.end();
  });

  test("an owner who may not gets none", async () => {
    expect(await tryMakeApplicationRole(address, "a secret of the installation")).toBeNull();
  });
});
