import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fingerprint } from "./fingerprint.mjs";
import { root } from "./paths.mjs";
import { runQuietly, step } from "./progress.mjs";

const generated = join(root, "lib", "db", "generated");
const stamp = join(generated, ".made-from");

/** Generates the Prisma client where the schema or Prisma has changed since the last time. */
export async function generateClient() {
  await step("Generating the database client", async () => {
    const inputs = await fingerprint([
      "prisma/schema.prisma",
      "prisma.config.ts",
      "node_modules/prisma/package.json",
    ]);
    if ((await readFile(stamp, "utf8").catch(() => "")) === inputs) return "up to date";

    const prisma = join(root, "node_modules", "prisma", "build", "index.js");
    await runQuietly(process.execPath, [prisma, "generate"], {
      cwd: root,
      // Nobody is called home to while installing.
      env: { ...process.env, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" },
    });
    await mkdir(generated, { recursive: true });
    await writeFile(stamp, inputs);
  });
}
