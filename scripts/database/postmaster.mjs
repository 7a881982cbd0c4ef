import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { runQuietly } from "../setup/progress.mjs";

/**
 * Returns the PostgreSQL process on this directory as `{ pid, port }`, or null. After a crash the process id in the
 * file may belong to another program (in a container it usually does), so it counts only when that process names this
 * directory.
 */
export async function findPostmaster(directory) {
  const cluster = join(directory, "cluster");
  const content = await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => null);
  if (content === null) return null;
  const [pid, , , port] = content.split("\n").map(Number);
  return (await commandLineOf(pid)).includes(cluster) ? { pid, port } : null;
}

/** Stops a server that was left behind on this directory, and removes what a crashed one left on disk. */
export async function stopPostmaster(directory) {
  const postmaster = await findPostmaster(directory);
  if (postmaster) {
    signal(postmaster.pid, "SIGINT");
    if (!(await hasEnded(postmaster.pid, 15_000))) {
      signal(postmaster.pid, "SIGQUIT");
      await hasEnded(postmaster.pid, 5_000);
    }
  }
  // PostgreSQL refuses to start while the process id in this file belongs to any living process.
  if (!(await findPostmaster(directory)))
    await rm(join(directory, "cluster", "postmaster.pid"), { force: true });
}

async function commandLineOf(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return "";
  if (existsSync("/proc/self/cmdline")) {
    const bytes = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    return bytes.replaceAll("\0", " ");
  }
  return runQuietly("ps", ["-o", "command=", "-p", String(pid)]).catch(() => "");
}

async function hasEnded(pid, withinMilliseconds) {
  const deadline = performance.now() + withinMilliseconds;
  while (performance.now() < deadline) {
    // A zombie process has no command line any more.
    if ((await commandLineOf(pid)) === "") return true;
    await sleep(50);
  }
  return false;
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended meanwhile.
  }
}
