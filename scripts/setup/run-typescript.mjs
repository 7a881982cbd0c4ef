import { spawnSync } from "node:child_process";
import { root } from "./paths.mjs";
import { prepareCode } from "./prepare.mjs";
import { runTypeScript } from "./seed.mjs";
import { prepareSettings } from "./settings.mjs";

/**
 * Runs one of the application's programs on this installation's database, prepared as by npm start, with its output on
 * ours. Resolves to its exit code.
 */
export async function runOnDatabase(file, args) {
  const { environment } = await prepareSettings();
  await prepareCode();
  const { migrate } = await import("../database/migrate.mjs");
  const { withDatabase } = await import("../database/with-database.mjs");

  return withDatabase(async (DATABASE_URL) => {
    await migrate(DATABASE_URL);
    const { status } = spawnSync(process.execPath, [...runTypeScript, file, ...args], {
      cwd: root,
      env: { ...environment, DATABASE_URL },
      stdio: "inherit",
    });
    return status ?? 1;
  });
}
