import { defineConfig, type Project } from "@playwright/test";
import { takePorts } from "./tests/e2e/support/ports";

// Taken once, and handed to every worker: each tests against a server of its own (tests/e2e/support/server.ts), on the first
// of two ports; on the second one it may start another server.
process.env["E2E_FIRST_PORT"] ??= String(await takePorts());
process.env["E2E_STARTED_AT"] ??= String(Date.now());
const worker = Number(process.env["TEST_WORKER_INDEX"] ?? -1);
const port = Number(process.env["E2E_FIRST_PORT"]) + 4 * (worker + 1);
process.env["E2E_PORT"] = String(port);

/** These open no page: what they try is asked over HTTP alone. */
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

/** Needs nginx: npm test -- build nginx. */
const nginx = process.env["BEHIND_NGINX"] === "1" ? [] : ["**/behind-nginx.spec.ts"];

// The walk comes first: its tests follow each other in one worker, while the other one has all the rest.
const projects: Project[] = [
  // Marks every private text of its database: a project of its own has workers of its own, with which nothing else is tried.
  { name: "walk", testMatch: walk },
  {
    name: "desktop",
    testIgnore: [...http, ...nginx, walk],
    grepInvert: /@phone-only/,
    use: { viewport: { width: 1280, height: 900 } },
  },
  {
    // Where a narrow screen is what is tried, and not only another one.
    name: "phone",
    testIgnore: [...http, ...nginx, walk],
    grep: /@phone/,
    use: { viewport: { width: 390, height: 844 }, hasTouch: true },
  },
  { name: "http", testMatch: http },
];

/** What takes minutes: npm test -- build soak. */
const soak: Project[] = [{ name: "soak", testDir: "tests/soak" }];

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  globalSetup: "./tests/e2e/support/make-template.ts",
  fullyParallel: true,
  forbidOnly: true,
  // The soak run measures: nothing else runs beside what it measures.
  workers: process.env["TEST_KIND"] === "soak" ? 1 : 2,
  // A test that passes at the second attempt alone is a fault.
  retries: 0,
  // A busy machine is no failure: nothing here asserts a time.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  use: {
    baseURL: `http://localhost:${port}`,
    // A colour that is on its way to another has the contrast of neither.
    contextOptions: { reducedMotion: "reduce" },
    // Recording costs as much as testing. By hand: npm test -- build e2e --trace on tests/e2e/road.spec.ts
    trace: "off",
    // What cannot be pressed after this long never can.
    actionTimeout: 60_000,
    launchOptions: {
      // `npm test` finds one or installs it; by hand, Debian's.
      executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium-headless-shell",
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    },
  },
  projects: process.env["TEST_KIND"] === "soak" ? soak : projects,
});
