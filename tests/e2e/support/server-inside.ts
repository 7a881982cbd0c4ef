import { existsSync, readFileSync, rmSync } from "node:fs";
import { expect } from "@playwright/test";

/** What is in the server's memory after a garbage collection, as heap-probe.mjs writes it. */
type Inside = {
  heapBytes: number;
  keys: Record<"publicPages" | "begun" | "cacheControls" | "next", string[]>;
};

export async function readServerState(): Promise<Inside> {
  const directory = `.data/e2e/${process.env["E2E_PORT"]}`;
  rmSync(`${directory}/heap`, { force: true });
  process.kill(Number(readFileSync(`${directory}/server.pid`, "utf8")), "SIGUSR2");
  await expect.poll(() => existsSync(`${directory}/heap`)).toBe(true);
  return JSON.parse(readFileSync(`${directory}/heap`, "utf8"));
}
