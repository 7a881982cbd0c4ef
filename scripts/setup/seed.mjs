import { join } from "node:path";
import { root } from "./paths.mjs";
import { runQuietly, step } from "./progress.mjs";

/** The arguments with which Node runs the application's TypeScript outside Next, as server code. */
export const runTypeScript = ["--conditions=react-server", "--import", "tsx"];

/** Inserts the initial data. The seed leaves existing data alone. */
export async function seedDatabase(environment) {
  await step("Seeding", async () => {
    await runQuietly(process.execPath, [...runTypeScript, join("prisma", "seed", "seed.ts")], {
      cwd: root,
      env: environment,
    });
  });
}
