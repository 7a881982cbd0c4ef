import { runScript } from "../setup/progress.mjs";
import { runOnDatabase } from "../setup/run-typescript.mjs";

// Checks that all derived figures agree with the editions: npm run db:check
await runScript(() => runOnDatabase("prisma/check-derived.ts", []));
