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
 * Reads the settings before any work is done. With DATABASE_URL set this is an installation of somebody's own, and
 * all that it needs must be there. Without it everything missing is made: the embedded database, a secret kept under
 * .data/, demo accounts, this machine's own address.
 *
 * Answers the settings and, as `environment`, what the programs started next are given; in the embedded mode its
 * DATABASE_URL is a placeholder until the database runs.
 */
export async function prepareSettings() {
  if (existsSync(join(root, ".env"))) process.loadEnvFile(join(root, ".env"));
  const isEmbedded = !process.env.DATABASE_URL?.trim();
  const variables = isEmbedded ? await withEmbeddedDefaults(process.env) : process.env;
  const { settings, problems } = readSettings(variables);
  if (problems.length > 0) throw new SetupError(describeProblems(problems));
  return { isEmbedded, settings, environment: { ...variables, NEXT_TELEMETRY_DISABLED: "1" } };
}

/** Refuses a port that is taken, before minutes of work end in the same words. */
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

/** Returns the secret of this installation, made at the first start: people stay signed in over a restart. */
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
