import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfChanged } from "./setup/build.mjs";
import { root } from "./setup/paths.mjs";
import { prepareCode } from "./setup/prepare.mjs";
import { runQuietly, runScript, SetupError, step } from "./setup/progress.mjs";
import { findChromium } from "./testing/chromium.mjs";
import { countPlaywright, countVitest } from "./testing/counts.mjs";
import { prepareEnvironment } from "./testing/environment.mjs";

const bin = (...path) => join(root, "node_modules", ...path);

/** All checks, in the order in which mistakes are cheapest to find. A check returns its counts if it has some. */
const checks = {
  lint: () => node([bin("@biomejs", "biome", "bin", "biome"), "ci", "--colors=off"]),
  types: async () => {
    await node([bin("next", "dist", "bin", "next"), "typegen"]);
    // The incremental state of an earlier run can be outdated after the database client was generated again.
    await node([bin("typescript", "bin", "tsc"), "--noEmit", "--incremental", "false"]);
  },
  unused: () => node([bin("knip", "bin", "knip.js")]),
  vitest: async ({ environment, reports, args }) => {
    const report = join(reports, "vitest.json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const run = node([bin("vitest", "vitest.mjs"), "run", ...reporters, ...args], environment);
    return countVitest(run, report);
  },
  build: buildIfChanged,
  e2e: (given) => playwright(given, "tests"),
};

/** Checks that run only when they are named, because they take long or need more than every machine has. */
const onlyNamed = {
  /** Runs the walkthrough, the access test and the upload tests behind deploy/nginx.conf, or the given specs. */
  nginx: ({ environment, args, ...given }) => {
    const behind = { ...environment, BEHIND_NGINX: "1" };
    const specs = ["road", "walk", "uploads", "behind-nginx"];
    return playwright(
      { ...given, environment: behind, args: args.length > 0 ? args : specs },
      "tests",
    );
  },
  soak: (given) => playwright(given, "soak"),
};

// npm test runs every check, npm test -- lint types only those, npm test -- vitest tests/unit passes the rest on. The
// last line is the sum of all: "N passed, N failed".
await runScript(async () => {
  const total = { passed: 0, failed: 0, checks: [], files: [] };
  try {
    await runChecks(total);
  } catch (error) {
    total.failed++;
    console.error(error instanceof SetupError ? error.message : error);
  }
  printTimes(total);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 ? 1 : 0;
});

async function runChecks(total) {
  const all = { ...checks, ...onlyNamed };
  const named = process.argv.slice(2).filter((arg) => arg in all);
  const wanted = Object.keys(named.length > 0 ? all : checks).filter(
    (name) => named.length === 0 || named.includes(name),
  );
  const args = process.argv.slice(2).filter((arg) => !(arg in all));
  await prepareCode();
  const reports = await mkdtemp(join(tmpdir(), "test-reports-"));
  try {
    const needsDatabase = ["vitest", "e2e", "nginx", "soak"].some((name) => wanted.includes(name));
    const environment = await prepareEnvironment({ needsDatabase });
    for (const name of wanted) {
      await runCheck(name, () => all[name]({ environment, reports, args }), total);
    }
  } finally {
    await rm(reports, { recursive: true, force: true });
  }
}

/** Runs one check and prints its line, and its output when it fails. A check that fails without a failed test counts as one failure. */
async function runCheck(name, check, total) {
  const startedAt = performance.now();
  let counts;
  let failure;
  try {
    await step(`Checking ${name}`, async () => {
      counts = await check();
      if (typeof counts === "string") return counts;
      if (counts?.failure) throw counts.failure;
      return counts && `${counts.passed} passed`;
    });
  } catch (error) {
    failure = error;
    console.error(error instanceof SetupError ? error.message : error);
  }
  total.passed += counts?.passed ?? 0;
  total.failed += counts?.failed || (failure ? 1 : 0);
  total.checks.push({ name, seconds: (performance.now() - startedAt) / 1000 });
  total.files.push(...(counts?.files ?? []));
}

/** Prints the time of each check, and the ten slowest test files. */
function printTimes({ checks, files }) {
  const line = ({ name, seconds }) => `${seconds.toFixed(1).padStart(8)} s  ${name}`;
  console.log(["Each check:", ...checks.map(line)].join("\n"));
  const slowest = files.toSorted((one, other) => other.seconds - one.seconds).slice(0, 10);
  if (slowest.length > 0) console.log(["The slowest files:", ...slowest.map(line)].join("\n"));
}

async function playwright({ environment, reports, args }, kind) {
  const report = join(reports, `${kind}.json`);
  const run = node(
    [bin("@playwright", "test", "cli.js"), "test", "--reporter=list,json", ...args],
    {
      ...environment,
      TEST_KIND: kind,
      CHROMIUM_PATH: await findChromium(),
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    },
  );
  return countPlaywright(run, report);
}

function node(args, environment = process.env) {
  return runQuietly(process.execPath, args, { cwd: root, env: environment });
}
