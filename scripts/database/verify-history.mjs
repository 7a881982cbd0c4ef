import { runScript } from "../setup/progress.mjs";
import { runOnDatabase } from "../setup/run-typescript.mjs";

// Computes the history anew and says where it is broken: npm run verify-history
await runScript(() => runOnDatabase("prisma/verify-history.ts", []));
