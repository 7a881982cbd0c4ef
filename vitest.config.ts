import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// A zone with an odd offset, so that nothing passes only because the clock is in UTC.
process.env["TZ"] = "Asia/Kathmandu";

/** These change the settings of the process, which are read once: each has a process to itself. */
const withSettingsOfTheirOwn = [
  "feedback",
  "mail",
  "mail-queue",
  "open-data-trouble",
  "sign-in",
].map((name) => `tests/integration/${name}.test.ts`);

/** Real work on a real database, where a busy machine is no failure: nothing here asserts a time. */
const onDatabase = {
  globalSetup: ["tests/support/template-database.ts"],
  setupFiles: ["tests/support/console-errors.ts", "tests/support/own-database.ts"],
  pool: "forks" as const,
  testTimeout: 240_000,
  hookTimeout: 240_000,
};

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      "@": root.replace(/\/$/, ""),
      // What Next swaps in for server code.
      "server-only": `${root}node_modules/server-only/empty.js`,
    },
  },
  test: {
    // By itself vitest leaves one of two processors idle.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/*.test.ts", "tests/unit/**/*.test.ts"],
          setupFiles: ["tests/support/console-errors.ts"],
          // Nothing here leaves anything behind in a module, so all files share what they load.
          pool: "threads",
          isolate: false,
          // Properties are tried on hundreds of values, and a busy machine is no failure: nothing here asserts a time.
          testTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          ...onDatabase,
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          exclude: withSettingsOfTheirOwn,
          // What a command leans on takes longer to load than most of these files take to run.
          isolate: false,
        },
      },
      {
        extends: true,
        test: { ...onDatabase, name: "integration-settings", include: withSettingsOfTheirOwn },
      },
    ],
  },
});
