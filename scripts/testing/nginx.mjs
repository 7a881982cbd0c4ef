import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../setup/paths.mjs";
import { SetupError } from "../setup/progress.mjs";

/**
 * Starts Debian's nginx with deploy/nginx.conf in front of the application. Only its addresses and paths are changed
 * and, for load tests, which come from one network, its limits. It also serves `file`, compressed bytes, at /plain. It
 * writes into `directory`. Returns its origin and a function that ends it.
 */
export async function startNginx({
  application,
  port,
  directory,
  file = Buffer.alloc(0),
  isCrowd = true,
}) {
  requireNginx();
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, "plain"), file);
  const configuration = replaceAll(await readFile(join(root, "deploy", "nginx.conf"), "utf8"), {
    "listen 80;": `listen 127.0.0.1:${port};`,
    "server 127.0.0.1:3000;": `server ${new URL(application).host.replace("localhost", "127.0.0.1")};`,
    ...(isCrowd && { "rate=50r/s": "rate=1000000r/s", "rate=5r/s": "rate=1000000r/s" }),
    "/run/nginx.pid": join(directory, "pid"),
    "/var/log/nginx/": `${directory}/`,
    "/var/cache/nginx/tracker": join(directory, "cache"),
    "# Public pages, by language.": `location = /plain {
            alias ${directory}/plain;
            default_type "text/html; charset=utf-8";
            add_header Content-Encoding gzip;
        }`,
  });
  await writeFile(join(directory, "nginx.conf"), configuration);
  // Otherwise its processes change to an account that may not reach this folder.
  const user = process.getuid() === 0 ? " user root;" : "";
  const nginx = spawn(
    "nginx",
    ["-p", directory, "-c", join(directory, "nginx.conf"), "-g", `daemon off;${user}`],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  const origin = `http://127.0.0.1:${port}`;
  await answers(`${origin}/plain`);
  return {
    origin,
    stop() {
      nginx.kill("SIGTERM");
      return once(nginx, "exit");
    },
  };
}

function requireNginx() {
  try {
    execFileSync("nginx", ["-v"], { stdio: "ignore" });
  } catch {
    throw new SetupError(
      "There is no nginx here: apt-get install nginx-light, then run this again.",
    );
  }
}

/** Replaces each of these texts; throws when one is missing, because the file is then not the expected one. */
function replaceAll(text, changes) {
  return Object.entries(changes).reduce((changed, [before, after]) => {
    if (!changed.includes(before)) throw new Error(`deploy/nginx.conf does not say "${before}"`);
    return changed.replaceAll(before, after);
  }, text);
}

async function answers(url) {
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(url).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("nginx does not answer");
}
