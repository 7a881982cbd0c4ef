import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./setup/paths.mjs";
import { prepareCode } from "./setup/prepare.mjs";
import { runScript } from "./setup/progress.mjs";
import { runTypeScript } from "./setup/seed.mjs";
import { prepareSettings } from "./setup/settings.mjs";

// Makes the first administrator of an installation without demo accounts: npm run create-admin -- --email …
await runScript(async () => {
  const { environment } = await prepareSettings();
  await prepareCode();
  const { migrate } = await import("./database/migrate.mjs");
  const { withDatabase } = await import("./database/with-database.mjs");

  return withDatabase(async (DATABASE_URL) => {
    await migrate(DATABASE_URL);
    const args = [
      ...runTypeScript,
      join("prisma", "seed", "create-admin.ts"),
      ...process.argv.slice(2),
    ];
    const { status } = spawnSync(process.execPath, args, {
      cwd: root,
      env: { ...environment, DATABASE_URL },
      stdio: "inherit",
    });
    return status ?? 1;
  });
});
