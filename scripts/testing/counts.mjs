import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { root } from "../setup/paths.mjs";

/**
 * Waits for Vitest and counts the tests in its report. Returns `{ passed, failed, failure, files }`: the failure if
 * there is one, and the seconds of each test file.
 */
export function countVitest(run, report) {
  return count(run, report, ({ numPassedTests, numFailedTests, testResults }) => {
    // A file that could not be loaded has no tests that could fail.
    const broken = testResults.filter(
      (file) => file.status === "failed" && file.assertionResults.length === 0,
    );
    const files = testResults.map(({ name, startTime, endTime }) => ({
      name: relative(root, name),
      seconds: (endTime - startTime) / 1000,
    }));
    return { passed: numPassedTests, failed: numFailedTests + broken.length, files };
  });
}

/** Returns the same for Playwright. */
export function countPlaywright(run, report) {
  return count(run, report, ({ config, stats, suites }) => ({
    passed: stats.expected,
    failed: stats.unexpected,
    files: suites.map((suite) => ({
      name: relative(root, `${config.rootDir}/${suite.file}`),
      seconds: sum(specsIn(suite).map(secondsOf)),
    })),
  }));
}

function specsIn({ suites = [], specs = [] }) {
  return [...specs, ...suites.flatMap(specsIn)];
}

function secondsOf({ tests }) {
  return sum(tests.flatMap(({ results }) => results.map(({ duration }) => duration / 1000)));
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

async function count(run, report, read) {
  const failure = await run.then(
    () => undefined,
    (error) => error,
  );
  const counts = await readFile(report, "utf8").then(
    (text) => read(JSON.parse(text)),
    () => ({ passed: 0, failed: 0, files: [] }),
  );
  return { ...counts, failure };
}
