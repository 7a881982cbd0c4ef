import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fingerprint } from "./fingerprint.mjs";
import { makeIfChanged } from "./make-if-changed.mjs";
import { root } from "./paths.mjs";
import { runQuietly } from "./progress.mjs";

const stamp = join(root, ".next", "built-from");
const folders = ["app", "components", "lib", "messages", "public"];
/** What generated code follows from besides. */
const generators = ["prisma/schema.prisma", "scripts/setup/bundle-list.mjs"];
const rootFiles =
  /^((next|postcss)\.config|cache-handler|instrumentation|proxy|tsconfig|package-lock)\b.*\.(js|mjs|cjs|ts|json)$/;

/** Builds the application where anything it is made of has changed since the last good build; else "up to date". */
export async function buildIfChanged() {
  const inputs = await fingerprint(
    [...folders, ...generators, ...(await listRootFiles())],
    [process.version],
  );
  return makeIfChanged(stamp, inputs, async () => {
    const next = join(root, "node_modules", "next", "dist", "bin", "next");
    await runQuietly(process.execPath, [next, "build"], {
      cwd: root,
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    });
  });
}

async function listRootFiles() {
  return (await readdir(root)).filter((name) => rootFiles.test(name));
}
