import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

// The headless variant is first: it needs half the processor time of the others.
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

/**
 * Returns the path of the system's Chromium; undefined when there is none. The server uses it to print reports, and so
 * do the tests.
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
