import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { runQuietly, SetupError } from "../setup/progress.mjs";

// The one without windows first: of a test's time half is the browser's, and the others take twice as much of it.
const shell = "chromium-headless-shell";
const names = [shell, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * The path of a Chromium for the end-to-end tests: the one named by CHROMIUM_PATH, else the system's, else Debian's,
 * which root can install. Playwright's own is a download from outside the package registry.
 */
export async function findChromium() {
  const found = process.env.CHROMIUM_PATH || findOnPath();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    await installFromDebian();
    const installed = findOnPath();
    if (installed) return installed;
  }
  throw new SetupError(
    "No Chromium was found: install one (on Debian: apt-get install chromium-headless-shell), or set CHROMIUM_PATH.",
  );
}

function findOnPath() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function installFromDebian() {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    await runQuietly("apt-get", ["update"], { env });
    await runQuietly("apt-get", ["install", "--yes", "--no-install-recommends", shell], { env });
  } catch {
    // The message about what to install is the one that helps.
  }
}
