import { join } from "node:path";
import { buildIfChanged } from "./setup/build.mjs";
import { root } from "./setup/paths.mjs";
import { prepareCode } from "./setup/prepare.mjs";
import { runQuietly, runScript, step } from "./setup/progress.mjs";
import { findChromium } from "./testing/chromium.mjs";
import { prepareEnvironment } from "./testing/environment.mjs";

// Takes the pictures in docs/images again, on a server and a database of its own: node scripts/pictures.mjs
await runScript(async () => {
  await prepareCode();
  const environment = await prepareEnvironment({ needsDatabase: true });
  await step("Building", buildIfChanged);
  await step("Taking pictures", async () => {
    const playwright = join(root, "node_modules", "@playwright", "test", "cli.js");
    await runQuietly(process.execPath, [playwright, "test", "--reporter=line"], {
      cwd: root,
      env: { ...environment, TEST_KIND: "pictures", CHROMIUM_PATH: await findChromium() },
    });
  });
  return 0;
});
