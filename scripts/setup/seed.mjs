import { join } from "node:path";
import { root } from "./paths.mjs";
import { runQuietly, step } from "./progress.mjs";

/** What lets Node run the application's own TypeScript outside Next, as server code. */
export const runTypeScript = ["--conditions=react-server", "--import", "tsx"];

/** Puts in what every installation begins with. The seed itself finds what is there already and leaves it alone. */
export async function seedDatabase(environment) {
  await step("Seeding", async () => {
    await runQuietly(process.execPath, [...runTypeScript, join("prisma", "seed", "seed.ts")], {
      cwd: root,
      env: environment,
    });
  });
}
