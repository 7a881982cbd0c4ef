import { buildIfChanged } from "./setup/build.mjs";
import { prepareCode, prepareDatabase } from "./setup/prepare.mjs";
import { runScript, step } from "./setup/progress.mjs";
import { seedDatabase } from "./setup/seed.mjs";
import { serve } from "./setup/serve.mjs";
import { serverArguments } from "./setup/server-arguments.mjs";
import { prepareSettings, requireFreePort } from "./setup/settings.mjs";

// Runs from a new clone, or from any state after a crash, to a running server. Finished work is not repeated.
await runScript(async () => {
  const prepared = await prepareSettings();
  await requireFreePort(prepared.settings);
  await prepareCode();
  const environment = await prepareDatabase(prepared);
  await seedDatabase(environment);
  await step("Building the application", buildIfChanged);

  return serve(serverArguments, { ...environment, NODE_ENV: "production" }, () => {
    if (prepared.isEmbedded && environment.DEMO === "1") {
      console.log(
        `Sign in at ${prepared.settings.NEXTAUTH_URL}/sign-in with an account from .data/demo-accounts.json`,
      );
    }
    console.log("Press Ctrl-C to stop.");
  });
});
