// What Playwright tests against: the production build on a database of its own, seeded as every installation is.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { makeApplicationRole } from "../../../scripts/database/application-role.mjs";
import { migrate } from "../../../scripts/database/migrate.mjs";
import { runTypeScript } from "../../../scripts/setup/seed.mjs";
import { openMailServer } from "./mail-server.mjs";

const port = process.env["E2E_PORT"];
const server = process.env["TEST_DATABASE_URL"];
if (!port || !server) throw new Error("Run these tests with npm test -- e2e");

const name = `e2e_${port}`;
const url = new URL(server);
url.pathname = `/${name}`;
const dataDirectory = `.data/e2e/${port}`;
mkdirSync(dataDirectory, { recursive: true });

await administer(`create database ${name}`);
await migrate(url.href);
const environment = {
  ...process.env,
  NODE_ENV: "production",
  DATABASE_URL: await makeApplicationRole(url.href),
  NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
  NEXTAUTH_URL: `http://localhost:${port}`,
  PORT: port,
  DEMO: "1",
  DATA_DIR: dataDirectory,
  SMTP_URL: await openMailServer(join(dataDirectory, "mails")),
  // All tests ask from one address; tests/integration/open-data-trouble.test.ts tries the limit.
  OPEN_DATA_PER_MINUTE: "100000",
  MAIL_FROM: "City action plans <plans@tracker.example>",
};
await run([...runTypeScript, "prisma/seed/seed.ts"]);
// As it is now, for tests that no other server may take part in.
const copy = `${name}_copy`;
await administer(`create database ${copy} template ${name}`);

const probe = ["--expose-gc", "--import", "./tests/e2e/support/heap-probe.mjs"];
const app = spawn(process.execPath, [...probe, "server.mjs"], {
  env: environment,
  // With a channel: when this process is killed, the server ends by itself.
  stdio: ["inherit", "inherit", "inherit", "ipc"],
});
writeFileSync(join(dataDirectory, "server.pid"), String(app.pid));
process.on("SIGTERM", () => app.kill("SIGTERM"));
app.once("exit", async (code) => {
  for (const each of [name, copy]) await administer(`drop database ${each} with (force)`);
  rmSync(dataDirectory, { recursive: true, force: true });
  process.exit(code ?? 1);
});

async function administer(sql) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(sql);
  await client.end();
}

function run(args) {
  return new Promise((resolve, reject) => {
    spawn(process.execPath, args, { env: environment, stdio: "inherit" }).once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`${args.join(" ")} ended with ${code}`)),
    );
  });
}
