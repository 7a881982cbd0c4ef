import { defineConfig } from "@playwright/test";

// Chosen once and handed to every worker, so that two clones may test at the same time.
process.env["E2E_PORT"] ??= String(20_000 + Math.floor(Math.random() * 20_000));
const port = process.env["E2E_PORT"];

const last = ["**/made-up.spec.ts", "**/walk.spec.ts"];

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  fullyParallel: false,
  forbidOnly: true,
  workers: 2,
  // What fails once and then passes is named in the output as flaky: a fault to look into, and no reason to stop.
  retries: 1,
  // A busy machine is no failure: nothing here asserts a time.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: `http://localhost:${port}`,
    trace: "retain-on-failure",
    // What cannot be pressed after this long never can.
    actionTimeout: 60_000,
    launchOptions: {
      // `npm test` finds one or installs it; by hand, Debian's.
      executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium-headless-shell",
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    },
  },
  projects: [
    {
      name: "phone",
      testIgnore: last,
      // What has nothing to do with the screen is tried once.
      grepInvert: /@desktop/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true },
    },
    {
      name: "desktop",
      testIgnore: last,
      grepInvert: /@phone/,
      use: { viewport: { width: 1280, height: 900 } },
    },
    // Weighs the server, then marks every private text in the database: nothing may run beside or after these.
    { name: "made-up", testMatch: "**/made-up.spec.ts", dependencies: ["phone", "desktop"] },
    { name: "walk", testMatch: "**/walk.spec.ts", dependencies: ["made-up"] },
  ],
  webServer: {
    command: "node tests/e2e/support/serve.mjs",
    url: `http://localhost:${port}/api/health/ready`,
    timeout: 120_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    stdout: "ignore",
    stderr: "pipe",
  },
});
