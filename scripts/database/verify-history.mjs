import { runScript } from "../setup/progress.mjs";
import { runOnDatabase } from "../setup/run-typescript.mjs";

// Checks the whole history and names each fault: npm run verify-history [-- FILE with saved heads]
await runScript(() => runOnDatabase("prisma/verify-history.ts", process.argv.slice(2)));
