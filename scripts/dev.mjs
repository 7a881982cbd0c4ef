import { join } from "node:path";
import { prepareCode, prepareDatabase } from "./setup/prepare.mjs";
import { runScript } from "./setup/progress.mjs";
import { seedDatabase } from "./setup/seed.mjs";
import { serve } from "./setup/serve.mjs";
import { prepareSettings, requireFreePort } from "./setup/settings.mjs";

// The same as npm start, with a server that reloads after every change.
await runScript(async () => {
  const prepared = await prepareSettings();
  await requireFreePort(prepared.settings);
  await prepareCode();
  const environment = await prepareDatabase(prepared);
  await seedDatabase(environment);
  if (prepared.isEmbedded) console.log("The demo accounts are in .data/demo-accounts.json");

  const { PORT, HOST } = prepared.settings;
  const next = join("node_modules", "next", "dist", "bin", "next");
  const args = [next, "dev", "--port", String(PORT), ...(HOST ? ["--hostname", HOST] : [])];
  return serve(args, { ...environment, NODE_ENV: "development" });
});
