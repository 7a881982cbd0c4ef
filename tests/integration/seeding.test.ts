import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { database } from "@/lib/db/client";
import { isPassword } from "@/lib/db/passwords";
import { cast } from "@/prisma/seed/cast";
import { onServer } from "@/scripts/testing/databases.mjs";
import { anEmptyDatabase, runProgram } from "@/tests/support/programs";

/** Returns the address of the database of this test file. */
const ownUrl = () => process.env["DATABASE_URL"] as string;

describe("seeding", () => {
  const tables = ["Country", "City", "CityFigure", "Plan", "Project", "Draft", "Edition"];
  const countsOf = async (url: string) => {
    const all = [...tables, "EditionPeriod", "CityAggregate", "TimelineEntry", "Person"];
    const { rows } = await onServer(
      url,
      `select ${all.map((name) => `(select count(*)::int from "${name}") as "${name}"`).join()}`,
    );
    return rows[0];
  };

  test("a second time changes nothing", async () => {
    const before = await countsOf(ownUrl());
    const changed = await database().draft.findFirstOrThrow({ orderBy: { recordId: "asc" } });
    await database().draft.update({
      where: { recordId: changed.recordId },
      data: { internalNotes: "kept" },
    });
    expect(await runProgram("seed", { url: ownUrl() }).ended).toMatchObject({ code: 0 });
    expect(await countsOf(ownUrl())).toEqual(before);
    const after = await database().draft.findUniqueOrThrow({
      where: { recordId: changed.recordId },
    });
    expect(after.internalNotes).toBe("kept");
  });

  test("continues after it was killed, and two runs at once seed once", async () => {
    const url = await anEmptyDatabase();
    const killed = runProgram("seed", { url });
    await untilSomeCities(url);
    killed.child.kill("SIGKILL");
    await killed.ended;
    const half = await countsOf(url);
    expect(half.Plan).toBeLessThan(38);

    const runs = await Promise.all([
      runProgram("seed", { url }).ended,
      runProgram("seed", { url }).ended,
    ]);

    expect(runs).toEqual(Array(2).fill({ code: 0, stdout: "", stderr: "" }));
    const { Person, TimelineEntry, ...whole } = await countsOf(url);
    expect(await countsOf(ownUrl())).toMatchObject(whole);
    expect(TimelineEntry).toBe(whole.Edition);
    // Without demo accounts nobody can sign in yet.
    expect(Person).toBe(0);
  });

  async function untilSomeCities(url: string) {
    for (;;) {
      const { Plan } = await countsOf(url);
      if (Plan > 2) return;
      await wait(20);
    }
  }
});

describe("demo accounts", () => {
  const passwordsIn = (directory: string) => {
    const accounts: { role: string; city?: string; email: string; password: string }[] = JSON.parse(
      readFileSync(join(directory, "demo-accounts.json"), "utf8"),
    );
    return accounts;
  };
  const opens = async ({ email, password }: { email: string; password: string }) => {
    const person = await database().person.findUniqueOrThrow({ where: { email } });
    return isPassword(person.passwordHash ?? "", password);
  };

  test("are in a file for the owner of the installation, which always has the valid passwords", async () => {
    const directory = mkdtempSync(join(tmpdir(), "tracker-demo-"));
    onTestFinished(() => rmSync(directory, { recursive: true }));
    const environment = { DEMO: "1", DATA_DIR: directory };
    const seed = () => runProgram("seed", { url: ownUrl(), environment }).ended;

    expect(await seed()).toMatchObject({ code: 0, stderr: "" });
    const first = passwordsIn(directory);
    expect(statSync(join(directory, "demo-accounts.json")).mode & 0o777).toBe(0o600);
    expect(first).toHaveLength(Object.keys(cast).length);
    expect(first).toContainEqual(
      expect.objectContaining({ role: "editor", city: "phuket", email: cast.editorOfPhuket.email }),
    );
    for (const account of first) {
      expect(account.password).toMatch(/^[\w-]{20,}$/);
      expect(await opens(account)).toBe(true);
    }

    expect(await seed()).toMatchObject({ code: 0 });
    expect(passwordsIn(directory)).toEqual(first);

    rmSync(join(directory, "demo-accounts.json"));
    expect(await seed()).toMatchObject({ code: 0 });
    const second = passwordsIn(directory);
    expect(new Set([...first, ...second].map((account) => account.password)).size).toBe(24);
    expect(await Promise.all(second.map(opens))).toEqual(Array(12).fill(true));
    expect(await Promise.all(first.map(opens))).toEqual(Array(12).fill(false));
  });

  test("include a country whose representative clears submissions", async () => {
    const asking = await database().country.findMany({ where: { requiresClearance: true } });
    expect(asking.map((country) => country.code)).toEqual(["KH"]);
  });
});

describe("the first administrator", () => {
  const create = (url: string, ...args: string[]) =>
    runProgram("create-admin", { url, args }).ended;

  test("gets a link to set a password, and a new one until it was used", async () => {
    const url = await anEmptyDatabase();
    expect(await create(url, "--email", "nobody")).toMatchObject({ code: 2, stdout: "" });
    const first = await create(url, "--email", "First@admin.example");
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toMatch(/^http:\/\/tests\.example\/set-password\?token=[\w-]{43}$/m);
    const again = await create(url, "--email", "first@admin.example");
    expect(again.code).toBe(0);
    expect(again.stdout).not.toBe(first.stdout);
    const { rows } = await onServer(
      url,
      `select (select count(*)::int from "Person") people, (select count(*)::int from "Grant") grants,
        (select count(*)::int from "PasswordLink" where "usedAt" is null) links`,
    );
    expect(rows).toEqual([{ people: 1, grants: 1, links: 1 }]);

    await onServer(url, `update "Person" set "passwordHash" = 'set'`);
    const refused = await create(url, "--email", "second@admin.example");
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toContain("There is an administrator already");
  });
});
