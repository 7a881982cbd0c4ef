import { join } from "node:path";
import { fingerprint } from "./fingerprint.mjs";
import { makeIfChanged } from "./make-if-changed.mjs";
import { root } from "./paths.mjs";
import { runQuietly, step } from "./progress.mjs";

const stamp = join(root, "lib", "db", "generated", ".made-from");

/** Generates the Prisma client if the schema or Prisma changed. */
export async function generateClient() {
  await step("Generating the database client", async () => {
    const inputs = await fingerprint([
      "prisma/schema.prisma",
      "prisma.config.ts",
      "node_modules/prisma/package.json",
    ]);
    return makeIfChanged(stamp, inputs, async () => {
      const prisma = join(root, "node_modules", "prisma", "build", "index.js");
      await runQuietly(process.execPath, [prisma, "generate"], {
        cwd: root,
        // No telemetry is sent during the installation.
        env: { ...process.env, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" },
      });
    });
  });
}
