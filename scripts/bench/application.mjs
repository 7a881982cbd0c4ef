import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { makeApplicationRole } from "../database/application-role.mjs";
import { startEmbeddedDatabase } from "../database/embedded.mjs";
import { migrate } from "../database/migrate.mjs";
import { buildIfChanged } from "../setup/build.mjs";
import { dataDirectory, root } from "../setup/paths.mjs";
import { runQuietly, step } from "../setup/progress.mjs";
import { runTypeScript, seedDatabase } from "../setup/seed.mjs";
import { serverArguments } from "../setup/server-arguments.mjs";
import { whenStopping } from "../setup/stopping.mjs";

/**
 * Starts the production build on a new database with the real data, as an installation does, with a PostgreSQL that
 * waits for its disk. Returns the addresses of both, the demo accounts, `recordStatements`, which records the SQL that
 * the application sends during some work, and `stop`, which ends only the application.
 */
export async function startApplication(more = {}) {
  const directory = join(dataDirectory, "bench");
  await rm(directory, { recursive: true, force: true });
  const database = await startEmbeddedDatabase({
    directory: join(directory, "postgres"),
    database: "tracker",
  });
  await migrate(database.url);
  const port = await freePort();
  const environment = {
    ...process.env,
    NODE_ENV: "production",
    DATABASE_URL: await makeApplicationRole(database.url),
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    NEXTAUTH_URL: `http://localhost:${port}`,
    PORT: String(port),
    HOST: "127.0.0.1",
    DEMO: "1",
    // All measurements come from one address.
    PAGES_PER_MINUTE: "0",
    DATA_DIR: directory,
    ...more,
  };
  await seedDatabase(environment);
  await step("Building the application", buildIfChanged);
  const server = await startServer(environment);
  return {
    origin: environment.NEXTAUTH_URL,
    databaseUrl: database.url,
    processId: server.pid,
    /** Rebuilds derived rows, after rows were inserted by hand. */
    rebuildDerived: () =>
      runQuietly(process.execPath, [...runTypeScript, join("prisma", "rebuild-derived.ts")], {
        cwd: root,
        env: { ...environment, DATABASE_URL: database.url },
      }),
    async stop() {
      server.kill("SIGTERM");
      await once(server, "exit");
    },
    accounts: JSON.parse(await readFile(join(directory, "demo-accounts.json"), "utf8")),
    async recordStatements(work) {
      server.send("record");
      await once(server, "message");
      await work();
      server.send("tell");
      const [{ statements }] = await once(server, "message");
      return statements;
    },
  };
}

async function startServer(environment) {
  const recorder = ["--import", "./scripts/bench/statement-recorder.mjs"];
  const server = spawn(process.execPath, [...recorder, ...serverArguments], {
    cwd: root,
    env: environment,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  whenStopping(async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill("SIGTERM");
    await once(server, "exit");
  });
  await once(server, "message");
  return server;
}

export async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  return port;
}
