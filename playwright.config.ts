import { defineConfig, type Project } from "@playwright/test";
import { takePorts } from "./tests/e2e/support/ports";

// The ports are taken once and passed to every worker. Each worker tests a server of its own
// (tests/e2e/support/server.ts) on the first of its ports, and may start another server on the second one.
process.env["E2E_FIRST_PORT"] ??= String(await takePorts());
process.env["E2E_STARTED_AT"] ??= String(Date.now());
const worker = Number(process.env["TEST_WORKER_INDEX"] ?? -1);
const port = Number(process.env["E2E_FIRST_PORT"]) + 4 * (worker + 1);
process.env["E2E_PORT"] = String(port);

/** These specs open no page and only send HTTP requests. */
const http = [
  "addresses",
  "live-routes",
  "made-up",
  "open-data",
  "sheet-refusals",
  "ten-people",
  "uploads",
].map((name) => `**/${name}.spec.ts`);

const walk = "**/walk.spec.ts";

/** The spec that needs nginx: npm test -- build nginx. */
const nginx = process.env["BEHIND_NGINX"] === "1" ? [] : ["**/behind-nginx.spec.ts"];

// The walk starts first: its tests run one after the other in one worker, while the other worker runs all other tests.
const projects: Project[] = [
  // The walk marks every private text of its database, so it is a project of its own, with workers of its own.
  { name: "walk", testMatch: walk },
  {
    name: "desktop",
    testIgnore: [...http, ...nginx, walk],
    grepInvert: /@phone-only/,
    use: { viewport: { width: 1280, height: 900 } },
  },
  {
    // These tests need a narrow screen.
    name: "phone",
    testIgnore: [...http, ...nginx, walk],
    grep: /@phone/,
    use: { viewport: { width: 390, height: 844 }, hasTouch: true },
  },
  { name: "http", testMatch: http },
];

/** Other kinds of runs: tests that take minutes (npm test -- build soak), and pictures for the documents. */
const kinds: Record<string, Project[]> = {
  soak: [{ name: "soak", testDir: "tests/soak" }],
  pictures: [{ name: "pictures", testDir: "tests/pictures" }],
};
const kind = process.env["TEST_KIND"] ?? "tests";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  globalSetup: "./tests/e2e/support/make-template.ts",
  fullyParallel: true,
  forbidOnly: true,
  // The soak run measures, and pictures need only one server.
  workers: kind in kinds ? 1 : 2,
  // A test that passes only at the second attempt is a fault.
  retries: 0,
  // A slow machine is no failure, because no test asserts a time.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  use: {
    baseURL: `http://localhost:${port}`,
    // While a colour changes to another one, the contrast is that of neither.
    contextOptions: { reducedMotion: "reduce" },
    // Recording takes as long as testing. To record: npm test -- build e2e --trace on tests/e2e/road.spec.ts
    trace: "off",
    // A control that cannot be used after this time never can.
    actionTimeout: 60_000,
    launchOptions: {
      // `npm test` finds a Chromium or installs it; the default is Debian's.
      executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium-headless-shell",
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    },
  },
  projects: kinds[kind] ?? projects,
});
