import { runScript } from "../setup/progress.mjs";
import { runOnDatabase } from "../setup/run-typescript.mjs";

// Says whether every figure kept for speed is what the editions add up to: npm run db:check
await runScript(() => runOnDatabase("prisma/check-derived.ts", []));
