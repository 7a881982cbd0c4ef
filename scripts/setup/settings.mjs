import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import {
  describeProblems,
  explainListenError,
  readSettings,
} from "../../lib/settings/settings.mjs";
import { dataDirectory, root } from "./paths.mjs";
import { SetupError } from "./progress.mjs";

/**
 * Reads the settings before any work is done. With DATABASE_URL the installation must give all that it needs. Without
 * it everything missing is made: the embedded database, a secret stored under .data/, demo accounts, and this machine's
 * address.
 *
 * Returns the settings and, as `environment`, the environment of the programs that are started next; with the embedded
 * database its DATABASE_URL is a placeholder until the database runs.
 */
export async function prepareSettings() {
  if (existsSync(join(root, ".env"))) process.loadEnvFile(join(root, ".env"));
  const isEmbedded = !process.env.DATABASE_URL?.trim();
  const variables = isEmbedded ? await withEmbeddedDefaults(process.env) : process.env;
  const { settings, problems } = readSettings(variables);
  if (problems.length > 0) throw new SetupError(describeProblems(problems));
  return { isEmbedded, settings, environment: { ...variables, NEXT_TELEMETRY_DISABLED: "1" } };
}

/** Refuses a port that is taken before minutes of work end with the same error. */
export function requireFreePort({ PORT, HOST }) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => reject(new SetupError(explainListenError(error, PORT))));
    probe.listen(PORT, HOST, () => probe.close(resolve));
  });
}

async function withEmbeddedDefaults(given) {
  return {
    ...given,
    DATABASE_URL: "postgresql://embedded",
    NEXTAUTH_SECRET: given.NEXTAUTH_SECRET || (await keepSecret()),
    NEXTAUTH_URL:
      given.NEXTAUTH_URL || `http://localhost:${readSettings(given).settings.PORT ?? 3000}`,
    DEMO: given.DEMO || "1",
    DATA_DIR: dataDirectory,
  };
}

/**
 * Returns the secret of this installation. It is made at the first start and stored, so that people stay signed in
 * after a restart.
 */
async function keepSecret() {
  const path = join(dataDirectory, "secret");
  const kept = await readFile(path, "utf8").catch(() => "");
  if (kept.length >= 32) return kept;
  const secret = randomBytes(48).toString("base64url");
  await mkdir(dataDirectory, { recursive: true, mode: 0o711 });
  await writeFile(`${path}.new`, secret, { mode: 0o600 });
  await rename(`${path}.new`, path);
  return secret;
}
