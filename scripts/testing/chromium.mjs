import { existsSync } from "node:fs";
import { findChromiumOnPath } from "../../lib/reports/chromium-on-path.mjs";
import { runQuietly, SetupError } from "../setup/progress.mjs";

/**
 * Returns the path of a Chromium for the end-to-end tests: that of CHROMIUM_PATH, the system's, or Debian's, which root
 * can install. Playwright's own would be a download from outside the package registry.
 */
export async function findChromium() {
  const found = process.env.CHROMIUM_PATH || findChromiumOnPath();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    await installFromDebian();
    const installed = findChromiumOnPath();
    if (installed) return installed;
  }
  throw new SetupError(
    "No Chromium was found: install one (on Debian: apt-get install chromium-headless-shell), or set CHROMIUM_PATH.",
  );
}

async function installFromDebian() {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    await runQuietly("apt-get", ["update"], { env });
    await runQuietly(
      "apt-get",
      ["install", "--yes", "--no-install-recommends", "chromium-headless-shell"],
      { env },
    );
  } catch {
    // The message about what to install is more helpful.
  }
}
