import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Account } from "@/tests/e2e/support/accounts";
import { clientOf, cookiesOf } from "@/tests/e2e/support/clients";
import { cloneWorld } from "@/tests/e2e/support/world/database";
import { kindOf, type Visited } from "@/tests/e2e/support/world/follow-links";
import type { World } from "@/tests/support/world";

/** A server that serves the world of test data. */
export type WorldServer = {
  address: string;
  world: World;
  account: (role: string, place?: string) => Account;
  /** Requests an address as the person who is signed in with these cookies. */
  read: (address: string, cookies?: string) => Promise<Visited>;
  signIn: (who: Account) => Promise<string>;
  /** Returns what the server has logged since the last call. Without errors it is nothing. */
  takeLog: () => string[];
  stop: () => Promise<void>;
};

/** Starts the server and resolves when it serves. */
export async function serveWorld(): Promise<WorldServer> {
  const server = process.env["TEST_DATABASE_URL"];
  if (!server) throw new Error("Run these tests with npm test -- e2e");
  const database = await cloneWorld(server);
  const port = await takePort();
  const address = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["server.mjs"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: database.url,
      DATA_DIR: database.directory,
      NEXTAUTH_SECRET: "a secret for the server of the world of test data",
      NEXTAUTH_URL: address,
      PORT: String(port),
      OPEN_DATA_PER_MINUTE: "0",
      PAGES_PER_MINUTE: "0",
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let log = "";
  for (const output of [child.stdout, child.stderr])
    output?.setEncoding("utf8").on("data", (text: string) => {
      log += text;
    });
  await whenServing(child, () => log);
  log = "";
  const fileOf = (name: string) => JSON.parse(readFileSync(join(database.directory, name), "utf8"));
  const accounts: Account[] = fileOf("demo-accounts.json");
  return {
    address,
    world: fileOf("world.json"),
    account: (role, place) => {
      const found = accounts.find(
        (each) => each.role === role && (!place || [each.city, each.country].includes(place)),
      );
      if (!found) throw new Error(`No demo account for ${role} ${place ?? ""}`);
      return found;
    },
    read: (path, cookies) => read(address, path, cookies),
    signIn: async (who) => {
      const client = await clientOf(address, who);
      const cookies = await cookiesOf(client);
      await client.dispose();
      return cookies;
    },
    takeLog: () => {
      const lines = log.split("\n").filter(Boolean);
      log = "";
      return lines;
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
      await database.remove();
    },
  };
}

/** Returns a port that no program listens on. */
async function takePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, "listening");
  // A server that listens on a port always has an address with that port.
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

function whenServing(child: ChildProcess, log: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on("message", (message) => message === "serving" && resolve());
    child.once("exit", (code) => reject(new Error(`The server ended with ${code}: ${log()}`)));
  });
}

async function read(origin: string, address: string, cookies = ""): Promise<Visited> {
  const answer = await fetch(`${origin}${address}`, {
    redirect: "manual",
    headers: cookies ? { cookie: cookies } : {},
  });
  // A day without a change redirects to the last day with one (lib/site/days-of-change.mjs).
  const location = answer.headers.get("location");
  if (answer.status === 307 && location) {
    return { ...(await read(origin, location, cookies)), address, kind: kindOf(address) };
  }
  // A busy server says when to try again (lib/site/render-gate.mjs).
  const wait = Number(answer.headers.get("retry-after"));
  if (answer.status === 503 && wait > 0) {
    await setTimeout(wait * 1000);
    return read(origin, address, cookies);
  }
  return {
    address,
    kind: kindOf(address),
    status: answer.status,
    type: answer.headers.get("content-type") ?? "",
    body: Buffer.from(await answer.arrayBuffer()),
  };
}
