import { existsSync } from "node:fs";
import { readFile, rm, symlink } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { databasePackage } from "../database/binaries.mjs";
import { root } from "./paths.mjs";
import { runQuietly, step } from "./progress.mjs";

/** Installs the packages of package-lock.json where node_modules is missing, incomplete or of another lock file. */
export async function installPackages() {
  await step("Installing packages", async () => {
    const isInstalled = await isLockFileInstalled();
    if (!isInstalled) await npmCi();
    await linkDatabaseLibraries();
    return isInstalled ? "up to date" : undefined;
  });
}

/** npm writes what it has installed as its last act, so an installation that was cut short counts as none. */
async function isLockFileInstalled() {
  const [wanted, installed] = await Promise.all([
    readPackages(join(root, "package-lock.json")),
    readPackages(join(root, "node_modules", ".package-lock.json")),
  ]);
  if (!installed) return false;
  const isSame = (name) =>
    wanted[name]?.version === installed[name].version &&
    wanted[name]?.integrity === installed[name].integrity;
  // Optional packages are those for other machines, too.
  const isThere = (name) =>
    name === "" || name in installed || wanted[name].optional || wanted[name].devOptional;
  return Object.keys(installed).every(isSame) && Object.keys(wanted).every(isThere);
}

async function readPackages(path) {
  return existsSync(path) ? JSON.parse(await readFile(path, "utf8")).packages : null;
}

async function npmCi() {
  // Without the packages' own install scripts: one would download an engine that is not needed, which fails where
  // only a package registry can be reached. With development packages: they build and seed, also in production.
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--include=dev"];
  const npm = process.env.npm_execpath?.endsWith(".js")
    ? [process.execPath, process.env.npm_execpath]
    : ["npm"];
  const [command, ...before] = npm;
  await runQuietly(command, [...before, ...args], { cwd: root });
}

/**
 * The one install script that is needed: npm packages cannot hold symbolic links, and PostgreSQL's libraries are some.
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
