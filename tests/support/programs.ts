import { type ChildProcess, spawn } from "node:child_process";
import { inject, onTestFinished } from "vitest";
import { migrate } from "@/scripts/database/migrate.mjs";
import { runTypeScript } from "@/scripts/setup/seed.mjs";
import { databaseName, databaseUrl, onServer, settingsFor } from "@/scripts/testing/databases.mjs";

/** The result of a program that ended. */
type Ended = { code: number | null; stdout: string; stderr: string };

/** Runs one of the programs in prisma/seed on a database, as the scripts of an installation do. */
export function runProgram(
  name: string,
  { url, args = [], environment = {} }: Run,
): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [...runTypeScript, `prisma/seed/${name}.ts`, ...args], {
    env: { ...process.env, DEMO: "0", ...settingsFor(url), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (text) => {
    stdout += text;
  });
  child.stderr.on("data", (text) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
  return { child, ended };
}

type Run = { url: string; args?: string[]; environment?: Record<string, string> };

/** Returns an empty migrated database, which is dropped when the test ends. */
export async function anEmptyDatabase(): Promise<string> {
  const serverUrl = inject("serverUrl");
  const name = databaseName();
  await onServer(serverUrl, `create database ${name}`);
  onTestFinished(async () => {
    await onServer(serverUrl, `drop database ${name} with (force)`);
  });
  const url = databaseUrl(serverUrl, name);
  await migrate(url);
  return url;
}
