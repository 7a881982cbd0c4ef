import { runScript } from "../setup/progress.mjs";
import { runOnDatabase } from "../setup/run-typescript.mjs";

// Computes the history anew and says where it is broken: npm run verify-history [-- FILE with heads that were kept]
await runScript(() => runOnDatabase("prisma/verify-history.ts", process.argv.slice(2)));
