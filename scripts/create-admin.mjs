import { runScript } from "./setup/progress.mjs";
import { runOnDatabase } from "./setup/run-typescript.mjs";

// Creates the first administrator of an installation without demo accounts: npm run create-admin -- --email …
await runScript(() => runOnDatabase("prisma/seed/create-admin.ts", process.argv.slice(2)));
