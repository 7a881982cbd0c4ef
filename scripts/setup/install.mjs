import { existsSync } from "node:fs";
import { readFile, rm, symlink } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { databasePackage } from "../database/binaries.mjs";
import { root } from "./paths.mjs";
import { runQuietly, step } from "./progress.mjs";

/** Installs the packages of package-lock.json if node_modules is missing, incomplete or of another lock file. */
export async function installPackages() {
  await step("Installing packages", async () => {
    const isInstalled = await isLockFileInstalled();
    if (!isInstalled) await npmCi();
    await linkDatabaseLibraries();
    return isInstalled ? "up to date" : undefined;
  });
}

/** npm writes its own lock file last, so an interrupted installation counts as none. */
async function isLockFileInstalled() {
  const [wanted, installed] = await Promise.all([
    readPackages(join(root, "package-lock.json")),
    readPackages(join(root, "node_modules", ".package-lock.json")),
  ]);
  if (!installed) return false;
  const isSame = (name) =>
    wanted[name]?.version === installed[name].version &&
    wanted[name]?.integrity === installed[name].integrity;
  // Optional packages include those for other machines.
  const isThere = (name) =>
    name === "" || name in installed || wanted[name].optional || wanted[name].devOptional;
  return Object.keys(installed).every(isSame) && Object.keys(wanted).every(isThere);
}

async function readPackages(path) {
  return existsSync(path) ? JSON.parse(await readFile(path, "utf8")).packages : null;
}

async function npmCi() {
  // Install scripts of packages are skipped: one would download an engine that is not needed, and fails where only a
  // package registry can be reached. Development packages are installed in production too, because they build and seed.
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--include=dev"];
  const npm = process.env.npm_execpath?.endsWith(".js")
    ? [process.execPath, process.env.npm_execpath]
    : ["npm"];
  const [command, ...before] = npm;
  await runQuietly(command, [...before, ...args], { cwd: root });
}

/**
 * Does the one install script that is needed: npm packages cannot hold symbolic links, and some of PostgreSQL's
 * libraries are links.
 */
async function linkDatabaseLibraries() {
  const list = join(databasePackage, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(await readFile(list, "utf8"))) {
    const path = join(databasePackage, target);
    if (existsSync(path)) continue;
    await rm(path, { force: true });
    await symlink(relative(dirname(path), join(databasePackage, source)), path);
  }
}
