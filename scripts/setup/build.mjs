import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fingerprint } from "./fingerprint.mjs";
import { root } from "./paths.mjs";
import { runQuietly } from "./progress.mjs";

const stamp = join(root, ".next", "built-from");
const folders = ["app", "components", "lib", "messages", "public", "prisma/schema.prisma"];
const rootFiles =
  /^((next|postcss)\.config|cache-handler|instrumentation|proxy|tsconfig|package-lock)\b.*\.(js|mjs|cjs|ts|json)$/;

/** Builds the application where anything it is made of has changed since the last good build; else "up to date". */
export async function buildIfChanged() {
  const inputs = await fingerprint([...folders, ...(await listRootFiles())], [process.version]);
  if ((await readFile(stamp, "utf8").catch(() => "")) === inputs) return "up to date";

  // Gone first, written last: a build that was cut short counts as none.
  await rm(stamp, { force: true });
  const next = join(root, "node_modules", "next", "dist", "bin", "next");
  await runQuietly(process.execPath, [next, "build"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  await writeFile(stamp, inputs);
}

async function listRootFiles() {
  return (await readdir(root)).filter((name) => rootFiles.test(name));
}
