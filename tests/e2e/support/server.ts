import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { cp, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { makeApplicationRole } from "@/scripts/database/application-role.mjs";
import { onServer } from "@/scripts/testing/databases.mjs";
import { startNginx } from "@/scripts/testing/nginx.mjs";
import { directoryOf } from "@/scripts/testing/template-database.mjs";
import { copyName, testName, urlOf } from "@/tests/e2e/support/database";
import { openMailServer } from "@/tests/e2e/support/mail-server.mjs";

/**
 * Starts the production build for this worker, on a clone of the seeded database, with its own folder for files and its
 * own mail server. Resolves when it serves, with a function that ends it and removes all its data.
 */
export async function startServer(): Promise<() => Promise<void>> {
  const { TEST_DATABASE_URL: server, E2E_TEMPLATE: template, E2E_PORT: port } = process.env;
  if (!server || !template || !port) throw new Error("Run these tests with npm test -- build e2e");
  const dataDirectory = `.data/e2e/${port}`;
  // The second database is a copy from before the first test, for tests that no other server may take part in.
  const databases = [testName(), copyName()];
  for (const name of databases)
    await onServer(server, `create database ${name} template ${template}`);
  await cp(directoryOf(template), dataDirectory, { recursive: true });
  const mails = await openMailServer(join(dataDirectory, "mails"));

  // With npm test -- build nginx, the server runs behind deploy/nginx.conf, which listens where the tests send
  // requests.
  const isBehindNginx = process.env["BEHIND_NGINX"] === "1";
  const inner = isBehindNginx ? String(Number(port) + 2) : port;
  const probe = ["--expose-gc", "--import", "./tests/e2e/support/heap-probe.mjs"];
  const app = spawn(process.execPath, [...probe, "server.mjs"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      // The server uses the role that can only add to the history; its password is derived from this secret.
      DATABASE_URL: await makeApplicationRole(urlOf(), { secret: "of the tests" }),
      NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
      NEXTAUTH_URL: `http://localhost:${port}`,
      PORT: inner,
      ...(isBehindNginx && { HOST: "127.0.0.1", TRUSTED_PROXIES: "1" }),
      DEMO: "1",
      DATA_DIR: dataDirectory,
      SMTP_URL: mails.address,
      // All tests come from one address. tests/integration/open-data-trouble.test.ts tests the limit.
      OPEN_DATA_PER_MINUTE: "100000",
      // This limit is off for the same reason. tests/e2e/visitors.spec.ts tests it.
      PAGES_PER_MINUTE: "0",
      MAIL_FROM: "City action plans <plans@tracker.example>",
    },
    // The channel makes the server end when this process is killed.
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = once(app, "exit");
  await Promise.race([
    new Promise<void>((resolve) => {
      app.on("message", (message) => message === "serving" && resolve());
    }),
    ended.then(([code]) => {
      throw new Error(`The server ended with ${code}`);
    }),
  ]);
  await writeFile(join(dataDirectory, "server.pid"), String(app.pid));

  const nginx = isBehindNginx
    ? await startNginx({
        application: `http://127.0.0.1:${inner}`,
        port,
        directory: resolve(dataDirectory, "nginx"),
      })
    : null;

  return async () => {
    app.kill("SIGTERM");
    await ended;
    await nginx?.stop();
    await mails.close();
    for (const name of databases) await onServer(server, `drop database ${name} with (force)`);
    await rm(dataDirectory, { recursive: true });
  };
}
