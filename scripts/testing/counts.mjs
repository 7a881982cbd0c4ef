import { readFile } from "node:fs/promises";

/** Waits for Vitest and counts what its report says. Answers `{ passed, failed, failure }`, failure if it failed. */
export function countVitest(run, report) {
  return count(run, report, ({ numPassedTests, numFailedTests, testResults }) => {
    // A file that could not even be loaded has no tests that could fail.
    const broken = testResults.filter(
      (file) => file.status === "failed" && file.assertionResults.length === 0,
    );
    return { passed: numPassedTests, failed: numFailedTests + broken.length };
  });
}

/** The same for Playwright; a test that passed at the second attempt has passed, and is named in `flaky`. */
export function countPlaywright(run, report) {
  return count(run, report, ({ stats, suites }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    flaky: suites.flatMap(flakyIn),
  }));
}

function flakyIn({ suites = [], specs = [] }) {
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status === "flaky"));
  return [...own.map(({ file, title }) => `${file}: ${title}`), ...suites.flatMap(flakyIn)];
}

async function count(run, report, read) {
  const failure = await run.then(
    () => undefined,
    (error) => error,
  );
  const counts = await readFile(report, "utf8").then(
    (text) => read(JSON.parse(text)),
    () => ({ passed: 0, failed: 0 }),
  );
  return { ...counts, failure };
}
