import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// A zone with an odd offset, so that nothing passes only because the clock is in UTC.
process.env["TZ"] = "Asia/Kathmandu";

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
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/*.test.ts", "tests/unit/**/*.test.ts"],
          setupFiles: ["tests/support/console-errors.ts"],
          // Properties are tried on hundreds of values: on a busy machine that takes longer than vitest's five seconds.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/template-database.ts"],
          setupFiles: ["tests/support/console-errors.ts", "tests/support/own-database.ts"],
          // Real work on a real database: on a busy machine it takes longer than vitest's five seconds.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
