import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

// The one without windows first: half of a browser test's time is the browser's, and the others take twice as much of it.
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

/**
 * Returns the path of the system's Chromium; undefined where there is none. For the server that prints reports and for
 * the tests.
 *
 * @returns {string | undefined}
 */
export function findChromiumOnPath() {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
