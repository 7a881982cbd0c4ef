import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { SetupError } from "../setup/progress.mjs";
import { whenStopping } from "../setup/stopping.mjs";
import { findWayToRun } from "./binaries.mjs";
import { findPostmaster, stopPostmaster } from "./postmaster.mjs";

// The key of the lock that the process holds while it owns the server. PostgreSQL ends the session when that process
// dies, so the lock distinguishes a running owner from a server that was left behind.
const ownerLock = 7_310_118;

/**
 * Starts PostgreSQL on a directory of our own. It creates the cluster if there is none, and the database if a name is
 * given. It listens on 127.0.0.1 only, on a free port, with a password stored in the directory. A server that a killed
 * process left behind is stopped first; one that is in use is a SetupError.
 *
 * `durable: false` gives up safety against power cuts for speed, in tests. Resolves to `{ url, stop, ended }`; stop()
 * ends it in order and may be called twice, and the promise `ended` resolves when it has ended for any reason.
 */
export async function startEmbeddedDatabase({ directory, database = "postgres", durable = true }) {
  // Others may pass through but not list the folder: PostgreSQL may run under another account than ours.
  await mkdir(dirname(directory), { recursive: true, mode: 0o711 });
  const run = await findWayToRun(directory);
  if (await isInUse(directory)) {
    throw new SetupError(
      `Another process of this clone (npm start, dev or test) is already using ${directory}. Stop it first.`,
    );
  }
  await stopPostmaster(directory);
  await makeCluster(run, directory, durable);

  const password = await readPassword(directory);
  const { server, port } = await startServer(run, directory, durable, password);
  const owner = await connect(urlOf(port, password, "postgres"));
  if (!(await takeOwnerLock(owner))) {
    await owner.end();
    throw new SetupError(
      `Another process of this clone has just started the database in ${directory}.`,
    );
  }
  if (database !== "postgres") await createDatabase(owner, database);

  return {
    url: urlOf(port, password, database),
    ended: server.ended,
    async stop() {
      await owner.end().catch(() => {});
      await server.stop();
    },
  };
}

/** Returns the address of the server that another process runs on this directory; null when none runs. */
export async function findRunningDatabase({ directory, database = "postgres" }) {
  const postmaster = await findPostmaster(directory);
  if (!postmaster?.port) return null;
  return urlOf(postmaster.port, await readPassword(directory), database);
}

/** Returns true when a living process owns the server on this directory. */
async function isInUse(directory) {
  // A server that is starting or stopping refuses connections for a moment.
  for (let attempt = 0; attempt < 20; attempt++) {
    const url = await findRunningDatabase({ directory });
    if (!url) return false;
    try {
      const client = await connect(url);
      const isFree = await takeOwnerLock(client);
      await client.end();
      return !isFree;
    } catch {
      await sleep(250);
    }
  }
  return false;
}

async function makeCluster(run, directory, durable) {
  if (existsSync(directory)) return;
  await removeHalfMade(directory);

  // Created under another name and renamed at the end, so that the final name is always complete.
  const made = await mkdtemp(`${directory}.making-`);
  await writeFile(join(made, "password"), randomBytes(24).toString("hex"), { mode: 0o600 });
  await run.allow(made);
  // The built-in C.UTF-8 sorts the same on every machine and version, so indexes stay valid with a new C library; a
  // list in a language's order names its own collation.
  const args = [
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--encoding=UTF8",
  ];
  args.push(
    "--auth=scram-sha-256",
    "--username=postgres",
    `--pwfile=${join(made, "password")}`,
    "--no-instructions",
  );
  if (!durable) args.push("--no-sync");
  await run.toEnd("initdb", ["-D", join(made, "cluster"), ...args]);
  await rename(made, directory);
}

async function removeHalfMade(directory) {
  const parent = dirname(directory);
  for (const name of await readdir(parent)) {
    const path = join(parent, name);
    if (path.startsWith(`${directory}.making-`)) await rm(path, { recursive: true, force: true });
  }
}

async function readPassword(directory) {
  return (await readFile(join(directory, "password"), "utf8")).trim();
}

async function startServer(run, directory, durable, password) {
  // Another process may take the free port before it is used; then another one is tried.
  for (let attempt = 1; ; attempt++) {
    const port = await findFreePort();
    const server = await spawnServer(run, directory, port, durable);
    const failure = await waitUntilReady(server, port, password);
    if (!failure) return { server, port };
    await server.stop();
    if (attempt === 5) {
      throw new SetupError(
        `The embedded PostgreSQL did not start (${failure}). Its log ends with:\n${await server.logEnd()}`,
      );
    }
    await sleep(300);
  }
}

async function spawnServer(run, directory, port, durable) {
  const logPath = join(directory, "log");
  const log = await open(logPath, "w", 0o600);
  const settings = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    max_connections: 100,
    timezone: "UTC",
    log_timezone: "UTC",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(...run.command("postgres", ["-D", join(directory, "cluster"), ...args]), {
    ...run.options,
    stdio: ["ignore", log.fd, log.fd],
    // A session of its own, because Ctrl-C in the terminal must not reach it before the web server has ended.
    detached: true,
  });
  await log.close();

  let hasEnded = false;
  const ended = new Promise((resolve) => {
    const end = () => {
      hasEnded = true;
      resolve();
    };
    child.once("exit", end);
    child.once("error", end);
  });
  async function stop() {
    forget();
    if (hasEnded) return;
    // SIGINT is PostgreSQL's fast shutdown: it rolls open transactions back and writes everything out.
    child.kill("SIGINT");
    await Promise.race([ended, sleep(15_000, undefined, { ref: false })]);
    if (!hasEnded) child.kill("SIGQUIT");
    await ended;
  }
  const forget = whenStopping(stop);
  return {
    stop,
    ended,
    hasEnded: () => hasEnded,
    logEnd: async () => (await readFile(logPath, "utf8")).trim().split("\n").slice(-10).join("\n"),
  };
}

async function waitUntilReady(server, port, password) {
  const deadline = performance.now() + 60_000;
  let failure = "no answer";
  while (performance.now() < deadline) {
    if (server.hasEnded()) return "it ended at once";
    try {
      const client = await connect(urlOf(port, password, "postgres"));
      await client.end();
      return null;
    } catch (error) {
      failure = error.message;
      await sleep(50);
    }
  }
  return failure;
}

function findFreePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function connect(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // When the server stops under an open connection, the next query fails, and not the whole process.
  client.on("error", () => {});
  await client.connect();
  return client;
}

async function takeOwnerLock(client) {
  const { rows } = await client.query("select pg_try_advisory_lock($1) as taken", [ownerLock]);
  return rows[0].taken;
}

async function createDatabase(client, name) {
  const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
  if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
}

function urlOf(port, password, database) {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
}
